import * as fc from "fast-check"

const day = 86_400_000

const asDigits = (time: number): string => new Date(time).toISOString().slice(0, 10).replaceAll("-", "")

/** A real date, YYYYMMDD, from one to another inclusive. */
export const calendarDate = (from = "19000101", to = "20991231"): fc.Arbitrary<string> => {
  const timeOf = (date: string) => Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`)
  return fc.integer({ min: timeOf(from) / day, max: timeOf(to) / day }).map((count) => asDigits(count * day))
}

/** Eight digits that look like a date and are none: month 13, 31 April, 29 February of a common year. */
export const unrealDate: fc.Arbitrary<string> = fc
  .oneof(
    fc.tuple(
      fc.integer({ min: 1900, max: 2099 }),
      fc.constantFrom("1301", "0001", "0100", "0132", "0431", "0230", "9999")
    ),
    fc.tuple(
      fc.integer({ min: 1900, max: 2099 }).filter((year) => year % 4 !== 0 || year === 1900),
      fc.constant("0229")
    )
  )
  .map(([year, rest]) => `${year}${rest}`)
