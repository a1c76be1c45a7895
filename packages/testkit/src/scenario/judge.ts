import type { Outcome } from "./Session.js"
import type { DoStep, Step } from "./steps.js"
import { holds, partOf } from "./subset.js"

export interface Verdict {
  readonly expected: unknown
  readonly actual: unknown
}

type Came = Outcome | { readonly kind: "failed"; readonly why: string }

const said = (came: Came): unknown => {
  switch (came.kind) {
    case "done":
      return { ok: came.result }
    case "refused":
      return { refused: came.refusal }
    case "failed":
      return { failed: came.why }
    case "seen":
      return came.value
    case "nothing":
      return "done"
  }
}

const judgeDo = (step: DoStep, came: Came): Verdict | undefined => {
  if (step.refused === undefined) {
    const subset = step.ok === undefined || step.ok === true ? undefined : step.ok
    if (came.kind !== "done") return { expected: { ok: subset ?? true }, actual: said(came) }
    return subset === undefined || holds(subset, came.result)
      ? undefined
      : { expected: { ok: subset }, actual: { ok: partOf(subset, came.result) } }
  }
  const { refused: tag, facts, remedies, message } = step
  const expected = {
    tag,
    ...(facts === undefined ? {} : { facts }),
    ...(remedies === undefined ? {} : { remedies }),
    ...(message === undefined ? {} : { message })
  }
  if (came.kind !== "refused") return { expected: { refused: expected }, actual: said(came) }
  const { refusal } = came
  if (refusal.tag !== tag) return { expected: { refused: expected }, actual: said(came) }
  return holds(expected, refusal)
    ? undefined
    : { expected: { refused: expected }, actual: { refused: partOf(expected, refusal) } }
}

const judgeSeen = (expected: unknown, came: Came): Verdict | undefined => {
  const value = came.kind === "seen" ? came.value : said(came)
  return holds(expected, value) ? undefined : { expected, actual: partOf(expected, value) }
}

/** What is wrong with a step's outcome, if anything is. */
export const judge = (step: Step, came: Came): Verdict | undefined => {
  if ("do" in step) return judgeDo(step, came)
  if ("account" in step) {
    return came.kind === "seen" && came.value === null
      ? { expected: step.is, actual: "there is no such account" }
      : judgeSeen(step.is, came)
  }
  if ("operators" in step) return judgeSeen(step.are, came)
  if ("next" in step) {
    const problems = step.problems === undefined ? {} : { problems: [...step.problems].sort() }
    const methods = step.methods === undefined ? {} : { methods: step.methods }
    return judgeSeen({ next: [...step.is].sort(), ...problems, ...methods }, came)
  }
  return came.kind === "failed" ? { expected: "done", actual: said(came) } : undefined
}
