import * as fc from "fast-check"

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/** The ninth character of an organization code: the one that brings the weighted sum to a multiple of eleven. */
export const organizationCheck = (body: string): string => {
  let sum = 0
  for (const [index, weight] of [3, 7, 9, 10, 5, 8, 4, 2].entries())
    sum += weight * alphabet.indexOf(body.charAt(index))
  const found = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].find((check) => (sum + check) % 11 === 0)
  return found === 10 ? "X" : String(found)
}

/** `letters` says which letters the body may hold; those of a USCC are fewer. */
const withLetters = (letters: string): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.stringOf(fc.constantFrom(..."0123456789"), { minLength: 8, maxLength: 8 }),
      fc.stringOf(fc.constantFrom(...letters), { minLength: 6, maxLength: 6 }).map((rest) => `MA${rest}`)
    )
    .map((body) => body + organizationCheck(body))

/** An organization code with a right check character, made up. */
export const organizationCode: fc.Arbitrary<string> = withLetters(alphabet)

/** One that can stand inside a Unified Social Credit Code, which never uses I O S V Z. */
export const organizationCodeOfUscc: fc.Arbitrary<string> = withLetters("0123456789ABCDEFGHJKLMNPQRTUWXY")
