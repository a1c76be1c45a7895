import * as fc from "fast-check"
import { bankCardNumber } from "./bankCardNumber.js"
import { email } from "./email.js"
import { enterpriseName } from "./enterpriseName.js"
import {
  anyForeignerPermanentResidence,
  foreignerPermanentResidence,
  hmtResidence,
  oldForeignerPermanentResidence,
  residentId
} from "./identityNumber.js"
import { mobileNumber } from "./mobileNumber.js"
import { type NearlyValid, nearlyValid } from "./nearlyValid.js"
import { organizationCode } from "./organizationCode.js"
import { hkMacaoPermit, prcPassport, taiwanPermit } from "./passport.js"
import { latinPersonName, personName } from "./personName.js"
import { unifiedSocialCreditCode } from "./unifiedSocialCreditCode.js"
import { username } from "./username.js"

/** A noun that people type as one text. */
export interface Typed {
  readonly valid: fc.Arbitrary<string>
  readonly nearlyValid: fc.Arbitrary<NearlyValid>
}

const digits = "0123456789"
const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
/** Ideographs that are taken for one another. */
const twins = "伟玮炜日曰未末己已王玉土士"

const typed = (valid: fc.Arbitrary<string>, alphabet: string): Typed => ({
  valid,
  nearlyValid: nearlyValid(valid, alphabet)
})

/** Every noun that is one text, valid and nearly valid, by the names that `single-window check` knows and three more. */
export const identifiers = {
  uscc: typed(unifiedSocialCreditCode, digits + capitals),
  "organization-code": typed(organizationCode, digits + capitals),
  "resident-id": typed(residentId(), `${digits}X`),
  passport: typed(prcPassport, digits + capitals),
  "hk-macao-permit": typed(hkMacaoPermit, digits + capitals),
  "taiwan-permit": typed(taiwanPermit, digits),
  "hmt-residence": typed(hmtResidence(), `${digits}X`),
  "foreigner-pr": typed(anyForeignerPermanentResidence, digits + capitals),
  "foreigner-pr-new": typed(foreignerPermanentResidence(), `${digits}X`),
  "foreigner-pr-old": typed(oldForeignerPermanentResidence, digits + capitals),
  mobile: typed(mobileNumber, digits),
  "bank-card": typed(bankCardNumber, digits),
  username: typed(username, `${digits}${capitals.toLowerCase()}_-`),
  // Latin names are few among the good ones, and only they have another width and look-alikes.
  "person-name": typed(fc.oneof(personName, latinPersonName), twins),
  "enterprise-name": typed(enterpriseName, twins),
  email: typed(email, `${digits}@ ,`)
} as const satisfies Readonly<Record<string, Typed>>
