import type { CardNotBound } from "./commands/LogInWithCard.js"
import type { NotFound, NotPermitted, Stale } from "./commands/Permission.js"
import type { FieldInvalid } from "./domain/FieldInvalid.js"
import { factsOf } from "./domain/Refused.js"
import type { Remedy } from "./domain/Remedy.js"
import type { RuleId } from "./domain/RuleId.js"
import type { AttemptsExhausted } from "./flows/Attempts.js"
import type { BankReturnRefusal } from "./flows/BankUkeyCertification.js"
import type { CertificationExpired } from "./flows/Certification.js"
import type { AccountLocked, CaptchaWrong, CredentialsWrong } from "./flows/LogIn.js"
import type { SmsCodeExpired, SmsCodeTooSoon, SmsCodeWrong } from "./flows/PersonVerification.js"
import type { CardRefusal } from "./ports/CardReader.js"
import type { VerifierUnavailable } from "./ports/VerifierUnavailable.js"
import type {
  AdministratorRequired,
  BankCardOwnership,
  CardBelongsToEnterprise,
  CertificationScope,
  CtidRemedies,
  DocumentUniqueness,
  EnterpriseCheckRemedies,
  EnterpriseEditLimit,
  EnterpriseMatchesAdministrator,
  InitialPassword,
  LockedFields,
  OperatorManagement,
  OrganizationCodeBackfill,
  PassportIssuer,
  ProfileCompleteness,
  RegistryMismatchRemedies,
  SupportedBank,
  ThreeChecksRequired,
  UsernameFormat,
  VerificationChannel
} from "./rules/index.js"
import type { StoreUnavailable } from "./store/Ledger.js"

/** Every way in which the front door can refuse: a closed union. Each is declared beside what raises it; here they only meet. */
export type Refusal =
  | CertificationScope.NotInScope
  | CertificationScope.AlreadyCertified
  | CaptchaWrong
  | CredentialsWrong
  | AccountLocked
  | InitialPassword.PasswordChangeRequired
  | InitialPassword.PasswordUnacceptable
  | ProfileCompleteness.InformationIncomplete
  | FieldInvalid
  | OrganizationCodeBackfill.OrganizationCodeMismatch
  | EnterpriseEditLimit.TooManyFieldsChanged
  | EnterpriseCheckRemedies.EnterpriseNotMatched
  | RegistryMismatchRemedies.EnterpriseNotVerifiable
  | PassportIssuer.PassportNotPrc
  | DocumentUniqueness.DocumentAlreadyInEnterprise
  | ThreeChecksRequired.StepOutOfOrder
  | CertificationExpired
  | LockedFields.FieldLocked
  | VerificationChannel.IdCardOnly
  | CtidRemedies.PersonNotMatched
  | CtidRemedies.PersonNotOnRecord
  | BankCardOwnership.BankCardNotMatched
  | BankCardOwnership.BankCardUnusable
  | SmsCodeWrong
  | SmsCodeExpired
  | SmsCodeTooSoon
  | AttemptsExhausted
  | VerifierUnavailable
  | CardRefusal
  | CardBelongsToEnterprise.CardOfAnotherEnterprise
  | CardNotBound
  | SupportedBank.BankNotSupported
  | BankReturnRefusal
  | AdministratorRequired.AdministratorNotRegistered
  | AdministratorRequired.AdministratorAlreadyRegistered
  | EnterpriseMatchesAdministrator.EnterpriseDiffersFromAdministrator
  | OperatorManagement.OperatorCardCannotManage
  | OperatorManagement.AdministratorProtected
  | UsernameFormat.UsernameInvalid
  | UsernameFormat.UsernameTaken
  | UsernameFormat.UsernameReserved
  | NotPermitted
  | NotFound
  | Stale
  | StoreUnavailable

export type RefusalTag = Refusal["_tag"]

/** A refusal as it goes over a wire, without its sentence (`messages` has those, one table a language). */
export interface RefusalView {
  readonly tag: RefusalTag
  readonly rules: ReadonlyArray<RuleId>
  readonly facts: Readonly<Record<string, unknown>>
  readonly remedies: ReadonlyArray<Remedy>
}

export const refusalView = (refusal: Refusal): RefusalView => ({
  tag: refusal._tag,
  rules: refusal.rules,
  facts: factsOf(refusal),
  remedies: refusal.remedies
})

/** Whether a question could not be asked, as against answered with "no". */
export const couldNotAsk = (refusal: Refusal): boolean =>
  refusal._tag === "VerifierUnavailable" || refusal._tag === "StoreUnavailable"
