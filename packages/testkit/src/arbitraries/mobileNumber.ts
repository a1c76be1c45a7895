import * as fc from "fast-check"
import { byPattern } from "./passport.js"

/** A mainland mobile number, made up. */
export const mobileNumber: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(..."3456789"), byPattern("9".repeat(9)))
  .map(([second, rest]) => `1${second}${rest}`)
