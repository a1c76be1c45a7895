import type { Refusal, RefusalTag, RefusalView, SecurityLevel } from "@single-window/core"
import { refusalView } from "@single-window/core"
import { expect } from "vitest"
import { holds, partOf } from "../scenario/subset.js"

/** What the matchers add to `expect`. */
export interface SingleWindowMatchers<R = unknown> {
  /** The answer is this refusal, and its facts hold what is given. */
  readonly toBeRefused: (tag: RefusalTag, facts?: Readonly<Record<string, unknown>>) => R
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

/** A refusal in an answer, whether as the front door gives it or as it is printed. */
const refusalIn = (answer: unknown): Pick<RefusalView, "tag" | "facts"> | undefined => {
  const refused = isObject(answer) ? answer.refused : undefined
  if (!isObject(refused)) return undefined
  return "_tag" in refused ? refusalView(refused as unknown as Refusal) : (refused as unknown as RefusalView)
}

const levelIn = (answer: unknown): unknown => {
  if (!isObject(answer)) return undefined
  return "level" in answer ? answer.level : levelIn(answer.ok)
}

expect.extend({
  toBeRefused(answer: unknown, tag: RefusalTag, facts?: Readonly<Record<string, unknown>>) {
    const refusal = refusalIn(answer)
    const pass = refusal?.tag === tag && (facts === undefined || holds(facts, refusal.facts))
    const actual =
      refusal === undefined
        ? answer
        : { tag: refusal.tag, facts: facts === undefined ? refusal.facts : partOf(facts, refusal.facts) }
    return {
      pass,
      message: () =>
        `expected the answer ${pass ? "not " : ""}to be refused with ${tag}${refusal === undefined ? ", and it was not refused" : `, and it was with ${refusal.tag}`}`,
      expected: { tag, ...(facts === undefined ? {} : { facts }) },
      actual
    }
  },
  toStandAt(answer: unknown, level: SecurityLevel) {
    const actual = levelIn(answer)
    const pass = actual === level
    return {
      pass,
      message: () =>
        `expected ${pass ? "not to stand" : "to stand"} at ${level}, and it stands at ${String(actual ?? "none that is told")}`,
      expected: level,
      actual
    }
  }
})
