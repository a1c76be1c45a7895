import * as Either from "effect/Either"
import { FieldInvalid, fieldProblem } from "../domain/FieldInvalid.js"
import { type StoredDocument, type StoredValidity, validityProblems } from "../domain/Holder.js"
import type { IdCardElements } from "../domain/IdCardElements.js"
import { checkPersonName, checkResidentId, checkValidityPeriod } from "../identifiers/index.js"
import * as VerificationChannel from "./VerificationChannel.js"

/**
 * 身份证的姓名、号码、有效开始日期、有效截止日期等要素必须全部正确（有效截止日期为长期时，用 00000000 代替）(R-56), dates as YYYYMMDD: all four, each in its
 * canonical form, or no question is asked.
 */
export const elements = (
  name: string,
  document: StoredDocument,
  validity: StoredValidity | undefined,
  today: string
): Either.Either<IdCardElements, FieldInvalid | VerificationChannel.IdCardOnly> =>
  Either.flatMap(VerificationChannel.check("id-card", document), () => {
    const named = checkPersonName(name)
    const numbered = checkResidentId(document.number, { today })
    const [wrongDate] = validityProblems(validity, today)
    const invalid = (field: string, problem: string) => Either.left(new FieldInvalid({ field, problem }))
    const wrongName = fieldProblem(named)
    if (wrongName !== undefined) return invalid("name", wrongName)
    const wrongNumber = fieldProblem(numbered)
    if (wrongNumber !== undefined) return invalid("document.number", wrongNumber)
    if (wrongDate !== undefined) return invalid(wrongDate.field, wrongDate.problem)
    const { from = "", to = "" } = checkValidityPeriod(validity?.from ?? "", validity?.to ?? "", { today }).facts
    return Either.right({
      name: named.facts.written ?? named.normalized,
      number: numbered.normalized,
      validFrom: from,
      validTo: to
    })
  })
