import type { Refusal, RefusalTag, RefusalView, SecurityLevel } from "@single-window/core"
import { refusalView } from "@single-window/core"
import { expect } from "vitest"
import { nearest } from "../scenario/nearest.js"
import { refusalTags } from "../scenario/steps.js"
import { holds, partOf } from "../scenario/subset.js"

/** What the matchers add to `expect`. */
export interface SingleWindowMatchers<R = unknown> {
  /** The answer is this refusal, and its facts hold what is given; without a tag, any refusal. */
  readonly toBeRefused: (tag?: RefusalTag, facts?: Readonly<Record<string, unknown>>) => R
  /** The account, or what a command answered, stands at this security level. */
  readonly toStandAt: (level: SecurityLevel) => R
}

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: a merged declaration must repeat vitest's own type parameter
  interface Assertion<T = any> extends SingleWindowMatchers<T> {}
  interface AsymmetricMatchersContaining extends SingleWindowMatchers {}
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

/** What a test handed over is nothing that a matcher can judge, `not` or no `not`. */
const unfit = (what: string): never => {
  throw new TypeError(what)
}

/** A promise is neither refused nor anywhere: without this `not.toBeRefused` would pass whatever came. */
const settled = (given: unknown): unknown =>
  isObject(given) && typeof given.then === "function" ? unfit("this is a promise: await it before it is judged") : given

/** A refusal in an answer, whether as the front door gives it or as it is printed. */
const refusalIn = (given: unknown): Pick<RefusalView, "tag" | "facts"> | undefined => {
  const answer = settled(given)
  if (!isObject(answer) || !("ok" in answer || "refused" in answer))
    return unfit("this is no answer of a command: hand over the whole of what it came to, with ok or refused")
  const { refused } = answer
  if (!isObject(refused)) return undefined
  return "_tag" in refused ? refusalView(refused as unknown as Refusal) : (refused as unknown as RefusalView)
}

const levelIn = (given: unknown): unknown => {
  const answer = settled(given)
  if (!isObject(answer)) return unfit("there is no account here: is the user name right?")
  if ("level" in answer) return answer.level
  const { ok, refused } = answer
  if (isObject(ok) && "level" in ok) return ok.level
  return unfit(
    isObject(refused)
      ? `this was refused with ${refusalIn(answer)?.tag}, and stands at no level`
      : "no level is told here: look at the account, or at what a certification came to"
  )
}

const tagged = (tag: RefusalTag | undefined): RefusalTag | undefined => {
  if (tag === undefined || refusalTags.includes(tag)) return tag
  const meant = nearest(tag, refusalTags)
  return unfit(`no refusal is called ${tag}${meant === undefined ? "" : `; did you mean ${meant}?`}`)
}

expect.extend({
  toBeRefused(answer: unknown, given?: RefusalTag, facts?: Readonly<Record<string, unknown>>) {
    const tag = tagged(given)
    const refusal = refusalIn(answer)
    const right = refusal !== undefined && (tag === undefined || refusal.tag === tag)
    const pass = right && (facts === undefined || holds(facts, refusal.facts))
    const wanted = tag === undefined ? "" : ` with ${tag}`
    const came = refusal === undefined ? "it was not refused" : `it was with ${refusal.tag}`
    const expected = { ...(tag === undefined ? {} : { tag }), ...(facts === undefined ? {} : { facts }) }
    const actual =
      refusal === undefined
        ? answer
        : { tag: refusal.tag, facts: facts === undefined ? refusal.facts : partOf(facts, refusal.facts) }
    return {
      pass,
      message: () =>
        `expected the answer ${pass ? "not " : ""}to be refused${wanted}, and ${right && !pass ? `it was, with other facts` : came}`,
      expected,
      actual
    }
  },
  toStandAt(answer: unknown, level: SecurityLevel) {
    const actual = levelIn(answer)
    const pass = actual === level
    return {
      pass,
      message: () => `expected ${pass ? "not to stand" : "to stand"} at ${level}, and it stands at ${String(actual)}`,
      expected: level,
      actual
    }
  }
})
