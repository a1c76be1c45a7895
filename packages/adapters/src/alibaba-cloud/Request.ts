import {
  type BankCardFactors,
  type CodeMessage,
  type IdCardElements,
  isBlankField,
  type RegistryQuestion,
  Verdict
} from "@single-window/core"
import * as Either from "effect/Either"
import * as Redacted from "effect/Redacted"
import type { SmsOptions } from "./Config.js"
import type * as Wire from "./Wire.js"

const NO_EXPIRY = "00000000"

export const id2MetaPeriodVerify = ({
  name,
  number,
  validFrom,
  validTo
}: IdCardElements): Wire.Id2MetaPeriodVerify => ({
  ParamType: "normal",
  UserName: name,
  IdentifyNum: number,
  ValidityStartDate: validFrom,
  ValidityEndDate: validTo === NO_EXPIRY ? "长期" : validTo
})

/** Only resident IDs: what `IdentityType` would say of other documents is not public. */
export const bankMetaVerify = ({
  cardNumber,
  document,
  mobile,
  name
}: BankCardFactors): Either.Either<Wire.BankMetaVerify, Verdict> =>
  document.type === "resident-id"
    ? Either.right({
        ParamType: "normal",
        ProductType: "BANK_CARD_4_META",
        VerifyMode: "VERIFY_BANK_CARD",
        UserName: name,
        IdentifyNum: document.number,
        BankCard: cardNumber,
        Mobile: mobile
      })
    : Either.left(Verdict.NotSupported())

export type RegistryCall = "EntElementVerify" | "EntElementVerifyV2"

/**
 * What each call covers, by the first two characters of the USCC (GB 32100): 91 enterprises, 92 sole proprietors, 93 farmers'
 * cooperatives, 31 law firms; with four elements no call covers public bodies, institutions and associations (R-55).
 */
const covered: Readonly<Record<RegistryCall, { readonly three: RegExp; readonly four: RegExp }>> = {
  EntElementVerify: { three: /^9[12]/, four: /^9[12]/ },
  EntElementVerifyV2: { three: /./, four: /^(9[123]|31)/ }
}

export interface RegistryAsking {
  readonly call: RegistryCall
  readonly sceneCode: string
  /** Fresh for each question. */
  readonly id: string
}

/** The question for the vendor, or the verdict where the vendor need not, or cannot, be asked. */
export const entElementVerify = (
  { enterprise, legalRepresentativeDocument: document }: RegistryQuestion,
  { call, id, sceneCode }: RegistryAsking
): Either.Either<Wire.EntElementVerify, Verdict> => {
  const { legalRepresentativeName, name, unifiedSocialCreditCode } = enterprise
  for (const field of ["name", "unifiedSocialCreditCode", "legalRepresentativeName"] as const)
    if (isBlankField(enterprise[field])) return Either.left(Verdict.InvalidInput({ field }))
  const kinds = covered[call]
  if (!(document === undefined ? kinds.three : kinds.four).test(unifiedSocialCreditCode))
    return Either.left(Verdict.NotSupported())
  // The vendor checks no other document of a legal representative.
  if (document !== undefined && document.type !== "resident-id") return Either.left(Verdict.NotSupported())
  return Either.right({
    SceneCode: sceneCode,
    MerchantBizId: id,
    MerchantUserId: "singlewindow",
    UserAuthorization: "1",
    EntName: name,
    LicenseNo: unifiedSocialCreditCode,
    LegalPersonName: legalRepresentativeName,
    ...(document === undefined
      ? { InfoVerifyType: "ENT_3META" }
      : { InfoVerifyType: "ENT_4META", LegalPersonCertNo: document.number })
  })
}

export const sendSms = (message: CodeMessage, options: SmsOptions): Wire.SendSms => ({
  PhoneNumbers: message.mobile,
  SignName: options.signName,
  TemplateCode: options.templateCode,
  TemplateParam: JSON.stringify({
    [options.codeVariable ?? "code"]: Redacted.value(message.code),
    ...(options.minutesVariable === undefined ? {} : { [options.minutesVariable]: String(message.validMinutes) })
  })
})
