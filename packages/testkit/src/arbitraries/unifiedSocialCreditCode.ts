import * as fc from "fast-check"
import { organizationCodeOfUscc } from "./organizationCode.js"

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

/** The eighteenth character: the one that brings the sum, weighted by powers of three, to a multiple of 31. */
export const usccCheck = (body: string): string => {
  let sum = 0
  let weight = 1
  for (const character of body) {
    sum += weight * alphabet.indexOf(character)
    weight = (weight * 3) % 31
  }
  return Array.from(alphabet).find((_, value) => (sum + value) % 31 === 0) ?? ""
}

/** A Unified Social Credit Code with right check characters, both its own and that of its organization code. */
export const unifiedSocialCreditCode: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("91", "92", "93", "12", "51", "A1", "N1", "Y1"),
    fc.integer({ min: 110000, max: 659999 }).map(String),
    organizationCodeOfUscc
  )
  .map((parts) => {
    const body = parts.join("")
    return body + usccCheck(body)
  })
