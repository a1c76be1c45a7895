import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import type { Enterprise } from "../domain/Enterprise.js"
import { FieldInvalid } from "../domain/FieldInvalid.js"
import type { Holder, StoredDocument, StoredValidity } from "../domain/Holder.js"
import type { Subject } from "../domain/Method.js"
import type { Policy } from "../domain/Policy.js"
import {
  type Checked,
  checkBankCardNumber,
  checkDocument,
  checkMobileNumber,
  checkPersonName,
  checkValidityPeriod,
  documentTypes
} from "../identifiers/index.js"
import { EnterpriseEntry, type OrganizationCodeBackfill, PassportIssuer } from "../rules/index.js"

/** Any field as it comes in: bounded text. What it must be beyond that is said by the identifiers, with a problem code. */
export const Text = Schema.String.pipe(
  Schema.maxLength(512, { message: () => "too-long" }),
  // A lone surrogate or a NUL is stored differently by different engines, so neither gets past the door.
  Schema.filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text) || "control-character")
)
/** A password, PIN or code: any well-formed text. */
export const Secret = Schema.String.pipe(
  Schema.maxLength(1024, { message: () => "too-long" }),
  Schema.filter((text) => !/\p{Cs}/u.test(text) || "ill-formed")
)

/** For what takes no fields: an object without any. The library's own empty struct lets everything through. */
export const Nothing = Schema.Struct({}).pipe(
  Schema.filter((given: object) => {
    if (typeof given !== "object" || Array.isArray(given)) return "type"
    const [extra] = Object.keys(given)
    return extra === undefined || { path: [extra], message: "unknown-field" }
  })
)

export const DocumentInput = Schema.Struct({ type: Text, number: Text })
export type DocumentInput = typeof DocumentInput.Type
export const ValidityInput = Schema.Struct({ from: Text, to: Text })
export type ValidityInput = typeof ValidityInput.Type

export const EnterpriseInput = Schema.Struct({
  name: Text,
  unifiedSocialCreditCode: Text,
  organizationCode: Schema.optionalWith(Text, { default: () => "" }),
  legalRepresentativeName: Text
})

export const HolderInput = Schema.Struct({
  name: Text,
  document: DocumentInput,
  validity: Schema.optional(ValidityInput)
})
export type HolderInput = typeof HolderInput.Type

/** What the form of a step shows and does not let change (R-61b, R-61c, R-63): it may come back with the rest, and must then be the same. */
export const ShownIdentity = { name: Schema.optional(Text), document: Schema.optional(DocumentInput) }

const accept = (field: string, checked: Checked<object>): Either.Either<string, FieldInvalid> => {
  const wrong = checked.problems.find((problem) => problem.severity === "error")
  return wrong === undefined
    ? Either.right(checked.normalized)
    : Either.left(new FieldInvalid({ field, problem: wrong.code }))
}

export const personName = (field: string, value: string) => accept(field, checkPersonName(value))
export const mobile = (field: string, value: string) => accept(field, checkMobileNumber(value))
export const bankCard = (field: string, value: string) => accept(field, checkBankCardNumber(value))

/** One address, as a person would recognise it; whether it exists only a message can tell. */
export const email = (field: string, value: string): Either.Either<string, FieldInvalid> => {
  const trimmed = value.trim()
  return trimmed.length <= 254 &&
    /^[^\s@<>"(),:;\\[\]\p{C}]+@[^\s@.<>"(),:;\\[\]\p{C}]+(\.[^\s@.<>"(),:;\\[\]\p{C}]+)+$/u.test(trimmed)
    ? Either.right(trimmed)
    : Either.left(new FieldInvalid({ field, problem: trimmed === "" ? "missing" : "format" }))
}

/** A document that can be kept: a known type, a right number, and a PRC passport (R-23 R-49). */
export const document = (
  field: string,
  given: DocumentInput,
  policy: Policy,
  today: string,
  whose: Subject = "account-holder"
) =>
  Either.gen(function* () {
    const type = documentTypes.find((known) => known === given.type.trim())
    if (type === undefined) {
      return yield* Either.left(
        new FieldInvalid({ field: `${field}.type`, problem: given.type.trim() === "" ? "missing" : "unknown" })
      )
    }
    yield* PassportIssuer.check({ type, number: given.number }, policy, whose)
    const number = yield* accept(
      `${field}.number`,
      checkDocument(type, given.number, { today, allowSar: policy.holder.allowSarPassports })
    )
    const kept: StoredDocument = { type, number }
    return kept
  })

export const validity = (
  field: string,
  given: ValidityInput,
  today: string
): Either.Either<StoredValidity, FieldInvalid> => {
  const checked = checkValidityPeriod(given.from, given.to, { today })
  return Either.map(accept(field, checked), (normalized) => {
    const [from = "", to = ""] = normalized.split(",")
    return { from, to }
  })
}

/** The holder's form (R-20, R-76): a resident ID asks for its validity period, no other document has one. */
export const holder = (given: HolderInput, policy: Policy, today: string) =>
  Either.gen(function* () {
    const name = yield* personName("name", given.name)
    const kept = yield* document("document", given.document, policy, today)
    if (kept.type !== "resident-id") return { name, document: kept } satisfies Holder
    if (given.validity === undefined)
      return yield* Either.left(new FieldInvalid({ field: "validity", problem: "missing" }))
    return { name, document: kept, validity: yield* validity("validity", given.validity, today) } satisfies Holder
  })

/** All four fields of R-10, as a new account or a correction gives them. */
export const enterprise: (
  given: Enterprise,
  policy: Policy
) => Either.Either<Enterprise, OrganizationCodeBackfill.OrganizationCodeMismatch | FieldInvalid> = EnterpriseEntry.enter
