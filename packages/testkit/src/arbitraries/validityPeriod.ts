import * as fc from "fast-check"
import { calendarDate, unrealDate } from "./calendarDate.js"
import { fullWidth, oneCharacterOff } from "./nearlyValid.js"

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

export type PeriodMistake = "swapped" | "unreal" | "one-character-off" | "other-width" | "spelling"

/** Two dates that are nearly a validity; `other-width` and `spelling` mean the same as the period they were made from. */
export const nearlyValidPeriod: fc.Arbitrary<Period & { readonly was: Period; readonly how: PeriodMistake }> = fc
  .tuple(validityPeriod, unrealDate, fc.boolean(), fc.nat())
  .chain(([was, unreal, start, at]) => {
    const date = start ? was.from : was.to
    const put = (text: string): Period => (start ? { ...was, from: text } : { ...was, to: text })
    const off = oneCharacterOff(date, "0123456789")
    const dashed = date === "00000000" ? "长期" : `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`
    const made: ReadonlyArray<readonly [PeriodMistake, Period]> = [
      ["swapped", { from: was.to, to: was.from }],
      ["unreal", put(unreal)],
      ["one-character-off", put(off[at % off.length] ?? date)],
      ["other-width", put(fullWidth(date))],
      ["spelling", put(dashed)]
    ]
    return fc.constantFrom(...made).map(([how, period]) => ({ ...period, was, how }))
  })
