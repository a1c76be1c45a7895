import * as Either from "effect/Either"
import { contradiction, decodeAt, unknown } from "./issues.js"
import { readPolicy } from "./policyPaths.js"
import { danglingNames } from "./references.js"
import { Outline, type Scenario } from "./Scenario.js"
import { type Problem, ScenarioInvalid } from "./ScenarioInvalid.js"
import { readSource, type Source } from "./Source.js"
import { type Step, type StepKind, stepKinds } from "./steps.js"
import { worldOf } from "./worldOf.js"

export interface Read {
  readonly scenario: Scenario
  readonly source: Source
}

const kinds = Object.keys(stepKinds) as ReadonlyArray<StepKind>

/** A step is of the kind that one of its keys says; then only that kind's keys are asked for. */
const readStep = (
  raw: unknown,
  index: number,
  source: Source
): { readonly value?: Step; readonly problems: ReadonlyArray<Problem> } => {
  const path = ["steps", index]
  const keys = typeof raw === "object" && raw !== null && !Array.isArray(raw) ? Object.keys(raw) : []
  const [kind, another] = kinds.filter((known) => keys.includes(known))
  if (kind === undefined) {
    const [first] = keys
    return {
      problems: [
        first === undefined
          ? { ...source.place(path), path: path.join("."), kind: "missing", what: kinds.join(" / ") }
          : { ...unknown("key", first, kinds, [...path, first], source), ...source.place([...path, first], "key") }
      ]
    }
  }
  if (another !== undefined) return { problems: [contradiction(path, source, `${kind} and ${another} are two steps`)] }
  return decodeAt<Step, unknown>(stepKinds[kind] as never, raw, path, source)
}

const inOrder = (problems: ReadonlyArray<Problem>): ReadonlyArray<Problem> =>
  [...problems].sort((a, b) => a.line - b.line || a.column - b.column)

/** Reads a scenario from YAML or JSON, and refuses it with every mistake that can be seen before it runs. */
export const read = (text: string, file: string): Either.Either<Read, ScenarioInvalid> => {
  const source = readSource(text)
  const refuse = (problems: ReadonlyArray<Problem>) =>
    Either.left(new ScenarioInvalid({ file, problems: inOrder(problems) }))
  if (source.errors.length > 0) return refuse(source.errors)

  const outline = decodeAt(Outline, source.data, [], source)
  const raw = (source.data as { readonly steps?: unknown } | null)?.steps
  const each = (Array.isArray(raw) ? raw : []).map((step, index) => ({ ...readStep(step, index, source), index }))
  const inSteps = each.flatMap(({ problems }) => problems)
  if (outline.value === undefined) return refuse([...outline.problems, ...inSteps])

  const { steps: _, policy: overrides, ...setting } = outline.value
  const { policy, problems: inPolicy } = readPolicy(overrides, source)
  const steps = each.flatMap(({ value, index }) => (value === undefined ? [] : [{ step: value, index }]))
  const problems = [...inSteps, ...inPolicy, ...danglingNames({ ...setting, policy }, steps, source)]
  if (problems.length > 0) return refuse(problems)

  const world = worldOf({ ...setting, policy })
  if (Either.isLeft(world)) {
    const { path, problem } = world.left
    return refuse([contradiction(path.split("."), source, `${path}: ${problem}`)])
  }
  return Either.right({ scenario: { ...setting, policy, steps: steps.map(({ step }) => step) }, source })
}
