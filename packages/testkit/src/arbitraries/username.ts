import * as fc from "fast-check"

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/** A user name by R-78: 6 to 18 letters, or letters and digits, at least one of them a letter. */
export const username: fc.Arbitrary<string> = fc
  .tuple(
    fc.stringOf(fc.constantFrom(...letters, ..."0123456789"), { minLength: 5, maxLength: 17 }),
    fc.constantFrom(...letters),
    fc.nat()
  )
  .map(([rest, letter, at]) => {
    const place = at % (rest.length + 1)
    return rest.slice(0, place) + letter + rest.slice(place)
  })
