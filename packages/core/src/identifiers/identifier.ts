import { type BankCardNumberFacts, checkBankCardNumber } from "./bankCardNumber.js"
import {
  checkDocument,
  type DocumentFacts,
  type DocumentOptions,
  type DocumentType,
  documentTypes
} from "./document.js"
import { checkMobileNumber } from "./mobileNumber.js"
import { checkOrganizationCode, type OrganizationCodeFacts } from "./organizationCode.js"
import { type Checked, error, maximumInput, refused } from "./problem.js"
import { checkUnifiedSocialCreditCode, type UnifiedSocialCreditCodeFacts } from "./unifiedSocialCreditCode.js"
import { checkUsername, type UsernameFacts } from "./username.js"
import { checkValidityPeriod, type ValidityPeriodFacts } from "./validityPeriod.js"

/** The kinds of value `single-window check` knows. */
export const identifierKinds = [
  "uscc",
  "organization-code",
  ...documentTypes,
  "mobile",
  "bank-card",
  "username",
  "validity"
] as const

export type IdentifierKind = (typeof identifierKinds)[number]

export type IdentifierFacts = UnifiedSocialCreditCodeFacts &
  OrganizationCodeFacts &
  DocumentFacts &
  BankCardNumberFacts &
  UsernameFacts &
  ValidityPeriodFacts

export interface IdentifierOptions extends DocumentOptions {
  readonly lenient?: boolean
}

export const isIdentifierKind = (kind: string): kind is IdentifierKind =>
  (identifierKinds as ReadonlyArray<string>).includes(kind)

/** Two dates joined by a comma, as `checkIdentifier` takes them. */
const checkJoinedPeriod = (value: string, options: IdentifierOptions): Checked<ValidityPeriodFacts> => {
  if (value.length > maximumInput) return refused(error("too-long"))
  const comma = value.search(/[,，]/u)
  if (comma < 0) return refused(error(value.trim() === "" ? "blank" : "date-format"))
  return checkValidityPeriod(value.slice(0, comma), value.slice(comma + 1), options)
}

/** Any identifier by the name of its kind. */
export const checkIdentifier = (
  kind: IdentifierKind,
  value: string,
  options: IdentifierOptions = {}
): Checked<IdentifierFacts> => {
  switch (kind) {
    case "uscc":
      return checkUnifiedSocialCreditCode(value, options)
    case "organization-code":
      return checkOrganizationCode(value, options)
    case "mobile":
      return checkMobileNumber(value)
    case "bank-card":
      return checkBankCardNumber(value)
    case "username":
      return checkUsername(value)
    case "validity":
      return checkJoinedPeriod(value, options)
    default:
      return checkDocument(kind satisfies DocumentType, value, options)
  }
}
