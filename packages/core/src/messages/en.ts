import { isoTime } from "../domain/time.js"
import { type ProblemCode, problemCodes, problemSentence } from "../identifiers/index.js"
import { beijingTime, type Messages, nameIn, wordIn } from "./sentences.js"

const names: Messages["names"] = {
  name: "name",
  unifiedSocialCreditCode: "Unified Social Credit Code",
  organizationCode: "organization code",
  legalRepresentativeName: "legal representative's name",
  legalRepresentativeDocument: "legal representative's document",
  "legalRepresentativeDocument.type": "legal representative's document type",
  "legalRepresentativeDocument.number": "legal representative's document number",
  document: "document",
  "document.type": "document type",
  "document.number": "document number",
  documentType: "document type",
  documentNumber: "document number",
  validity: "validity period of the ID card",
  validFrom: "ID card valid from",
  validTo: "ID card valid to",
  mobile: "mobile number",
  email: "e-mail address",
  username: "user name",
  password: "password",
  cardNumber: "bank card number",
  code: "SMS code",
  account: "account",
  reason: "reason",
  evidence: "reference to the evidence",
  card: "card",
  bank: "bank",
  idempotencyKey: "idempotency key",
  do: "command",
  with: "fields of the command",
  "enterprise.name": "enterprise name",
  "holder.name": "account holder's name",
  enterprise: "enterprise information",
  holder: "account holder",
  "validity.from": "ID card valid from",
  "validity.to": "ID card valid to",
  current: "current password",
  next: "new password",
  pin: "card's PIN",
  captcha: "captcha",
  "captcha.id": "captcha's number",
  "captcha.answer": "captcha",
  method: "certification method",
  subject: "person to be verified",
  parameters: "parameters from the bank"
}

const steps: Messages["steps"] = {
  start: "start a certification",
  card: "verify the enterprise by card",
  enterprise: "verify the enterprise",
  bank: "certify at the bank's site",
  "legal-representative": "verify the legal representative",
  "account-holder": "verify the account holder"
}

const ports: Messages["ports"] = {
  registry: "enterprise registry",
  "id-card": "ID card check (CTID)",
  "bank-card": "bank card check",
  sms: "text message service",
  "bank-ukey": "bank",
  card: "card reader",
  captcha: "captcha service",
  password: "password check",
  vault: "key vault"
}

const cardStates: Messages["cardStates"] = {
  frozen: "frozen",
  lost: "reported lost",
  closed: "closed",
  corporate: "not a personal card",
  "not-supported": "this kind of card cannot be checked"
}

const name = (key: string) => nameIn(names, key)
const list = (keys: ReadonlyArray<string>) => keys.map(name).join(", ")
const time = (epoch: number) => beijingTime(epoch, isoTime)
const later = (until: number | undefined) => (until === undefined ? "" : `; try again after ${time(until)} (Beijing)`)

const problems: Readonly<Record<string, string>> = {
  missing: "is missing",
  format: "has the wrong form",
  "initial-password": "the initial password cannot be kept",
  "same-as-current": "it is the current one",
  "same-as-username": "it is the user name",
  "too-few-character-classes": "it has too few kinds of characters; mix capitals, small letters, digits and signs",
  "unknown-field": "there is no such field",
  unknown: "is not a known value",
  type: "has the wrong form",
  "too-long": "is too long",
  "control-character": "holds a control character",
  "ill-formed": "holds a broken character",
  "not-manageable": "is not an account that an administrator manages",
  "bound-to-another-account": "is bound to another account",
  "used-for-another-command": "was used for another command"
}

/** What is wrong with a field, in a few words. */
export const problem = (code: string): string =>
  Object.hasOwn(problems, code)
    ? wordIn(problems, code)
    : problemCodes.some((known) => known === code)
      ? problemSentence({ code: code as ProblemCode, severity: "error" }, "en")
      : "cannot be used"

export const en: Messages = {
  names,
  steps,
  ports,
  cardStates,
  refusals: {
    NotInScope: () =>
      "Certification here is for migrated enterprise users who are not certified yet; users registered at the Single Window or logging in by card need none",
    AlreadyCertified: () => "The account is certified already",
    CaptchaWrong: () => "The captcha was not answered rightly; get a new one",
    CredentialsWrong: () => "User name or password is wrong",
    AccountLocked: ({ until }) =>
      `The account is locked${until === undefined ? "; staff must unlock it" : later(until)}`,
    PasswordChangeRequired: () => "Change the initial password first",
    PasswordUnacceptable: ({ problem: code }) => `The new password cannot be used: ${problem(code)}`,
    InformationIncomplete: ({ fields }) => `Information is missing or wrong; mend first: ${list(fields)}`,
    FieldInvalid: ({ field, problem: code }) => `${name(field)}: ${problem(code)}`,
    OrganizationCodeMismatch: () =>
      "The organization code must be characters 9 to 17 of the Unified Social Credit Code",
    TooManyFieldsChanged: ({ changed }) =>
      `At most two of enterprise name, Unified Social Credit Code and organization code may change in one save; this one changes ${changed.length}: ${list(changed)}. The code of another enterprise back-fills the organization code and so uses both`,
    EnterpriseNotMatched: ({ fields = [] }) => {
      const known = fields.filter((field) => Object.hasOwn(names, field))
      return `The enterprise's information does not agree with the record${known.length === 0 ? "" : `: ${list(known)}`}`
    },
    EnterpriseNotVerifiable: () =>
      "The enterprise (or public institution) cannot be verified by the system, so this method cannot be completed",
    PassportNotPrc: () => "Only passports issued by the People's Republic of China are accepted",
    DocumentAlreadyInEnterprise: () => "Another account of this enterprise has a document of this type and number",
    StepOutOfOrder: ({ expected }) => `The steps go in order; next: ${wordIn(steps, expected)}`,
    CertificationExpired: () => "This certification ran out of time; start again",
    FieldLocked: ({ field }) => `The ${name(field)} cannot be changed here`,
    IdCardOnly: () => "The ID card check is for resident ID cards only; use the bank card check",
    PersonNotMatched: () => "The identity was not confirmed; name, number, valid-from and valid-to must all be right",
    PersonNotOnRecord: () =>
      "The ID card is not in CTID; synchronise it with the CTID app and try again, or use the bank card check",
    BankCardNotMatched: () =>
      "The bank card was not confirmed; use the person's own card and the mobile reserved with the bank",
    BankCardUnusable: ({ state }) =>
      `The bank card cannot be used now${Object.hasOwn(cardStates, state) ? ` (${wordIn(cardStates, state)})` : ""}`,
    SmsCodeWrong: ({ attemptsLeft }) => `The SMS code is wrong; ${attemptsLeft} tries left`,
    SmsCodeExpired: () => "The SMS code is no longer valid; get a new one",
    SmsCodeTooSoon: ({ retryAt }) => `Codes cannot be sent that often${later(retryAt)}`,
    AttemptsExhausted: ({ until }) => `Too many checks were answered with no${later(until)}`,
    VerifierUnavailable: ({ port, retryAt }) =>
      `The ${wordIn(ports, port)} cannot be asked now; nothing that was entered is lost and no try was used${later(retryAt)}`,
    CardControlMissing: () => "The client control is not installed",
    CardReaderMissing: () => "There is no card reader",
    CardMissing: () => "Insert the IC card or key",
    CardPinWrong: ({ attemptsLeft }) =>
      `The card's PIN is wrong${attemptsLeft === undefined ? "" : `; ${attemptsLeft} tries left`}`,
    CardPinLocked: () => "The card's PIN is locked; its issuer can unlock it",
    CardExpired: () => "The card has expired",
    CardNotTrusted: () => "The card's certificate or signature does not hold",
    CardOfAnotherEnterprise: () => "The card is another enterprise's",
    CardNotBound: () => "The card is bound to no account; log in by user name and bind it",
    BankNotSupported: () => "This bank is not supported at present",
    BankReturnNotTrusted: () => "What came back from the bank does not hold; nothing was changed",
    BankReturnReplayed: () => "This answer of the bank was used before",
    BankReturnExpired: () => "The bank certification ran out of time; start again",
    BankDeclined: () => "The bank did not confirm",
    BankEnterpriseDiffers: () => "The bank account is another enterprise's",
    AdministratorNotRegistered: ({ address }) => `The enterprise has no administrator yet; register one at ${address}`,
    AdministratorAlreadyRegistered: () => "The enterprise has an administrator already",
    EnterpriseDiffersFromAdministrator: ({ fields }) =>
      `The account's enterprise information differs from the administrator's: ${list(fields)}`,
    OperatorCardCannotManage: () =>
      "An operator card cannot manage operators; log in with a legal-person card or the administrator's user name",
    AdministratorProtected: () => "This cannot be done to an administrator or to oneself",
    UsernameInvalid: () => "A user name has 6 to 18 English letters, or letters and digits",
    UsernameTaken: () => "The user name is in use",
    UsernameReserved: () => "The user name is reserved for the enterprise it was migrated to",
    NotPermitted: () => "Not permitted",
    NotFound: () => "There is no such account",
    Stale: () => "The data was changed by somebody else just now; open it again",
    StoreUnavailable: ({ reason }) => `Data cannot be read or saved now: ${reason}`
  },
  remedies: {
    Refill: "Check and fill in again",
    AskAdministrator: "Let the enterprise's administrator admit you as an operator (recommended)",
    CheckPublicitySystem: "Check the enterprise at the National Enterprise Credit Information Publicity System",
    ContactSupportWithEvidence: "If it is right as entered, send evidence to customer service for correction",
    OpenCtid: "Read under Help how to open CTID",
    SyncIdInCtid: "Synchronise the ID card with the CTID app, then try again",
    SwitchToBankCard: "Switch to the bank card check",
    UseIcCard: "Certify by China E-Port IC card (recommended)",
    UseBankUkey: "Certify by bank UKEY",
    UseLegalRepresentative: "Certify by the legal representative's document",
    InstallCardControl: "Install the client control",
    InsertCard: "Insert reader and card, then try again",
    RenewCard: "Have the card renewed, unlocked or replaced by its issuer",
    RegisterAdministrator: "Register the enterprise's administrator",
    DeleteAndRecreate: "Let the administrator delete the user and add a cardless operator of the same name",
    WaitUntil: "Try again later",
    ChangePasswordFirst: "Change the initial password"
  }
}
