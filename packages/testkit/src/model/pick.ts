import * as fc from "fast-check"
import { cardNames, enterpriseNames, personNames, usernames } from "./cast.js"

/** Stands for the account that the story is about. */
export const HERO = "@hero"

/** Mostly the one whom the story is about, so that it gets somewhere. */
export const anyUsername: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(HERO) },
  { weight: 1, arbitrary: fc.constantFrom("ciq_a", "ciq_b", "newuser1") },
  { weight: 1, arbitrary: fc.constantFrom(...usernames) }
)

export const anyPerson = fc.constantFrom(...personNames)
export const anyEnterprise = fc.constantFrom(...enterpriseNames)
export const anyCard = fc.constantFrom(...cardNames)
export const anyDates = fc.oneof(
  { weight: 5, arbitrary: fc.constant("right" as const) },
  { weight: 1, arbitrary: fc.constant("other" as const) }
)
export const mostly = (weight: number): fc.Arbitrary<boolean> =>
  fc.oneof({ weight, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) })
