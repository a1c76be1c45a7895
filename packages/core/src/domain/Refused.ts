import * as Data from "effect/Data"
import type { Remedy } from "./Remedy.js"
import type { RuleId } from "./RuleId.js"

export interface RefusedInfo<Facts> {
  /** The manual's rules behind the refusal; empty where the manual is silent and only good order asks for it. */
  readonly rules: ReadonlyArray<RuleId>
  /** What the person can do next, best first. */
  readonly remedies?: ReadonlyArray<Remedy> | ((facts: Facts) => ReadonlyArray<Remedy>)
}

export interface RefusedParts<Tag extends string> {
  readonly _tag: Tag
  readonly rules: ReadonlyArray<RuleId>
  readonly remedies: ReadonlyArray<Remedy>
}

type FactsOf<A> = { readonly [P in keyof A]: A[P] }

/**
 * The base of every refusal: a plain tagged value, not an Error, since a refusal is an everyday answer.
 * Its own fields are the facts; rules and remedies hang on the class, so that two refusals are equal by their facts alone.
 */
export const Refused =
  <Tag extends string>(tag: Tag) =>
  <A extends Record<string, unknown>>(info: RefusedInfo<A>) => {
    const Base = Data.TaggedClass(tag) as unknown as new (facts: object) => object
    class Refusal extends Base {
      get rules() {
        return info.rules
      }
      get remedies() {
        const given = info.remedies ?? []
        return typeof given === "function" ? given(this as unknown as A) : given
      }
    }
    return Refusal as unknown as new (
      ...facts: keyof A extends never ? [] : [facts: FactsOf<A>]
    ) => FactsOf<A> & RefusedParts<Tag>
  }

/** The facts of a refusal: its own fields without the tag. */
export const factsOf = (refusal: RefusedParts<string>): Record<string, unknown> => {
  const { _tag: _, ...facts } = refusal as unknown as Record<string, unknown>
  return facts
}
