import * as fc from "fast-check"
import { byPattern } from "./passport.js"

/** The digit that ends a number so that the doubled sum is a multiple of ten. ISO/IEC 7812-1. */
export const luhnDigit = (body: string): string => {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]
  let sum = 0
  for (let index = 0; index < body.length; index++) {
    const value = Number(body.charAt(body.length - 1 - index))
    sum += index % 2 === 0 ? doubled[value]! : value
  }
  return String((10 - (sum % 10)) % 10)
}

/** A card number of 13 to 19 digits with a right check digit, made up. */
export const bankCardNumber: fc.Arbitrary<string> = fc
  .integer({ min: 10, max: 16 })
  .chain((length) => byPattern(`62${"9".repeat(length)}`))
  .map((body) => body + luhnDigit(body))
