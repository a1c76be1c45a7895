import * as fc from "fast-check"
import { calendarDate } from "./calendarDate.js"

/** Check character by the recursive form of ISO 7064 MOD 11-2, so that it shares no table with what it tests. */
export const mod11Dash2 = (digits: string): string => {
  let remainder = 0
  for (const digit of digits) remainder = ((remainder + Number(digit)) * 2) % 11
  const check = (12 - remainder) % 11
  return check === 10 ? "X" : String(check)
}

const digits = (length: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((value) => String(value).padStart(length, "0"))

/** Eighteen characters: a prefix of six, a date of birth, three digits, the check character. All made up. */
const identityNumber = (prefix: fc.Arbitrary<string>, birthDate: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(prefix, birthDate, digits(3)).map((parts) => {
    const body = parts.join("")
    return body + mod11Dash2(body)
  })

const provinces = [
  ...[11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46],
  ...[50, 51, 52, 53, 54, 61, 62, 63, 64, 65]
]

/** A resident identity number of a made-up person. */
export const residentId = (birthDate: fc.Arbitrary<string> = calendarDate("19300101", "20201231")) =>
  identityNumber(
    fc.tuple(fc.constantFrom(...provinces), digits(4)).map(([province, rest]) => `${province}${rest}`),
    birthDate
  )

/** A residence permit for Hong Kong, Macao and Taiwan residents. */
export const hmtResidence = (birthDate: fc.Arbitrary<string> = calendarDate("19300101", "20201231")) =>
  identityNumber(fc.constantFrom("810000", "820000", "830000"), birthDate)

/** A foreigner's permanent resident ID card of the new edition. */
export const foreignerPermanentResidence = (birthDate: fc.Arbitrary<string> = calendarDate("19300101", "20201231")) =>
  identityNumber(
    digits(5).map((rest) => `9${rest}`),
    birthDate
  )

/** The older edition: three letters, a region, a date without century, two digits. */
export const oldForeignerPermanentResidence: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("KAZ", "USA", "FRA", "JPN", "DEU", "GBR"),
    digits(4),
    calendarDate("19300101", "20201231"),
    digits(2)
  )
  .map(([nationality, region, birthDate, rest]) => nationality + region + birthDate.slice(2) + rest)

/** Either edition. */
export const anyForeignerPermanentResidence: fc.Arbitrary<string> = fc.oneof(
  foreignerPermanentResidence(),
  oldForeignerPermanentResidence
)
