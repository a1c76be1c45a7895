import { defaultPolicy, factsOf, type Policy, type RefusedParts } from "@single-window/core"
import * as Either from "effect/Either"

/** The day on which the made-up accounts are complete. */
export const today = "20220510"

/** The default policy with one group changed. */
export const policyWith = <Group extends keyof Policy>(group: Group, values: Partial<Policy[Group]>): Policy => ({
  ...defaultPolicy,
  [group]: { ...defaultPolicy[group], ...values }
})

/** A refusal as its tag and facts, side by side; undefined when the answer was yes. */
export const refusalOf = (answer: Either.Either<unknown, RefusedParts<string>>) =>
  Either.isLeft(answer) ? { tag: answer.left._tag, ...factsOf(answer.left) } : undefined

/** What a refusal offers to do next. */
export const remediesOf = (answer: Either.Either<unknown, RefusedParts<string>>) =>
  Either.isLeft(answer) ? answer.left.remedies : undefined
