import type { Case } from "./Case.js"

/** Cases that rest on something the world behind a layer was not said to offer, or on a list of nothing, are left out. */
export const given = <A, R>(
  sample: A | undefined,
  cases: (sample: A) => ReadonlyArray<Case<R>>
): ReadonlyArray<Case<R>> =>
  sample === undefined || (Array.isArray(sample) && sample.length === 0) ? [] : cases(sample)
