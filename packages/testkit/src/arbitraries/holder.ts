import type { Holder, StoredDocument, StoredValidity } from "@single-window/core"
import * as fc from "fast-check"
import { calendarDate } from "./calendarDate.js"
import { anyForeignerPermanentResidence, hmtResidence, residentId } from "./identityNumber.js"
import { hkMacaoPermit, prcPassport, taiwanPermit } from "./passport.js"
import { personName } from "./personName.js"

const typed = (type: string, number: fc.Arbitrary<string>): fc.Arbitrary<StoredDocument> =>
  number.map((value) => ({ type, number: value }))

export const residentIdDocument: fc.Arbitrary<StoredDocument> = typed("resident-id", residentId())

/** Any document but a resident ID. */
export const otherDocument: fc.Arbitrary<StoredDocument> = fc.oneof(
  typed("passport", prcPassport),
  typed("hk-macao-permit", hkMacaoPermit),
  typed("taiwan-permit", taiwanPermit),
  typed("hmt-residence", hmtResidence()),
  typed("foreigner-pr", anyForeignerPermanentResidence)
)

export const document: fc.Arbitrary<StoredDocument> = fc.oneof(residentIdDocument, otherDocument)

/** Dates of a card that is valid on 10 May 2022 and for ten years before 2032. */
export const validity: fc.Arbitrary<StoredValidity> = fc
  .tuple(
    calendarDate("20120601", "20220501").filter((date) => !date.endsWith("0229")),
    fc.constantFrom(10, 20, undefined)
  )
  .map(([from, years]) => ({
    from,
    to: years === undefined ? "00000000" : String(Number(from.slice(0, 4)) + years) + from.slice(4)
  }))

/** An account holder whose information is complete on 10 May 2022. */
export const holder: fc.Arbitrary<Holder> = fc.oneof(
  fc.record({ name: personName, document: residentIdDocument, validity }),
  fc.record({ name: personName, document: otherDocument })
)
