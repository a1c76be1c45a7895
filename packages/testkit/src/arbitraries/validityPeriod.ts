import * as fc from "fast-check"
import { calendarDate } from "./calendarDate.js"

export interface Period {
  readonly from: string
  readonly to: string
}

/** A card's validity as cards are issued: 5, 10 or 20 years, or without expiry. Leap days are left out. */
export const validityPeriod: fc.Arbitrary<Period> = fc
  .tuple(
    calendarDate("19850101", "20211231").filter((date) => !date.endsWith("0229")),
    fc.constantFrom(5, 10, 20, undefined)
  )
  .map(([from, years]) => ({
    from,
    to: years === undefined ? "00000000" : String(Number(from.slice(0, 4)) + years) + from.slice(4)
  }))
