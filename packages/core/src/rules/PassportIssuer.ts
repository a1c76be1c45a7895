import * as Either from "effect/Either"
import type { StoredDocument } from "../domain/Holder.js"
import type { Subject } from "../domain/Method.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"
import { checkPassport } from "../identifiers/index.js"

/** A representative with a foreign passport cannot use that method at all, so another one is offered. */
export class PassportNotPrc extends Refused("PassportNotPrc")<{ subject: Subject }>({
  rules: ["R-23", "R-49"],
  remedies: ({ subject }) => (subject === "legal-representative" ? ["UseIcCard", "UseBankUkey"] : ["Refill"])
}) {}

/** 只能填写中华人民共和国制发的护照, 不能填写境外机构制发的护照; whether SAR passports count is policy. A malformed number is not this rule's. */
export const check = (
  document: StoredDocument,
  policy: Policy,
  subject: Subject = "account-holder"
): Either.Either<StoredDocument, PassportNotPrc> => {
  if (document.type !== "passport") return Either.right(document)
  const { problems } = checkPassport(document.number, { allowSar: policy.holder.allowSarPassports })
  return problems.some(({ code }) => code === "not-prc")
    ? Either.left(new PassportNotPrc({ subject }))
    : Either.right(document)
}
