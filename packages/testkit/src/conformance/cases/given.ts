import type { Case } from "./Case.js"

/** Cases that rest on something the world behind a layer was not said to offer are left out. */
export const given = <A, R>(
  sample: A | undefined,
  cases: (sample: A) => ReadonlyArray<Case<R>>
): ReadonlyArray<Case<R>> => (sample === undefined ? [] : cases(sample))
