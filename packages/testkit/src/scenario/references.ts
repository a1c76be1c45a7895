import { type CommandName, registry } from "@single-window/core"
import type * as Schema from "effect/Schema"
import { type FaultAnswer, possibleAnswers } from "../world/fault.js"
import { actorName, isStaffRole, staffRoles } from "./actorName.js"
import { contradiction, decodeAt, unknown } from "./issues.js"
import { placeholders, placeholdersIn, sampled } from "./placeholders.js"
import type { Setting } from "./Scenario.js"
import type { Problem } from "./ScenarioInvalid.js"
import type { Path, Source } from "./Source.js"
import { type DoStep, type FaultStep, type Step, storeAnswers } from "./steps.js"

interface Names {
  readonly people: ReadonlySet<string>
  readonly enterprises: ReadonlySet<string>
  readonly cards: ReadonlySet<string>
  /** In lower case, as user names are compared. */
  readonly usernames: ReadonlySet<string>
}

const textAt = (value: unknown, key: string): string | undefined => {
  const found = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined
  return typeof found === "string" ? found : undefined
}

/** Accounts that are there at the start, and those that a step may make. */
const usernamesOf = (setting: Setting, steps: ReadonlyArray<Step>): ReadonlyArray<string> => [
  ...setting.accounts.map(({ username }) => username),
  ...steps.flatMap((step) => {
    if (!("do" in step) || step.do === "LogIn") return []
    const rows = step.with?.rows
    return [
      textAt(step.with, "username"),
      ...(Array.isArray(rows) ? rows.map((row) => textAt(row, "username")) : [])
    ].filter((name) => name !== undefined)
  })
]

/** A reference to nothing, or nothing wrong. */
const expect = (
  what: string,
  given: string | undefined,
  known: ReadonlySet<string>,
  path: Path,
  source: Source
): ReadonlyArray<Problem> =>
  given === undefined || given === "" || known.has(given) ? [] : [unknown(what, given, known, path, source)]

const inSetting = (setting: Setting, names: Names, source: Source): ReadonlyArray<Problem> => {
  const { people, enterprises } = names
  const problems: Array<Problem> = []
  for (const [key, { legalRepresentative, formerly }] of Object.entries(setting.enterprises)) {
    const path = ["enterprises", key]
    problems.push(...expect("person", legalRepresentative, people, [...path, "legalRepresentative"], source))
    const former = [...path, "formerly", "legalRepresentative"]
    problems.push(...expect("person", formerly?.legalRepresentative, people, former, source))
  }
  for (const [key, card] of Object.entries(setting.cards)) {
    problems.push(...expect("enterprise", card.enterprise, enterprises, ["cards", key, "enterprise"], source))
    problems.push(...expect("person", card.holder, people, ["cards", key, "holder"], source))
  }
  const seen = new Set<string>()
  for (const [index, { username, enterprise, holder }] of setting.accounts.entries()) {
    const path = ["accounts", index]
    if (typeof enterprise === "string")
      problems.push(...expect("enterprise", enterprise, enterprises, [...path, "enterprise"], source))
    if (typeof holder === "string") problems.push(...expect("person", holder, people, [...path, "holder"], source))
    const name = username.toLowerCase()
    if (seen.has(name)) problems.push(contradiction([...path, "username"], source, `${username} is there twice`))
    seen.add(name)
  }
  return problems
}

const user = (given: string | undefined, names: Names, path: Path, source: Source): ReadonlyArray<Problem> =>
  given === undefined || names.usernames.has(given.trim().toLowerCase())
    ? []
    : [unknown("account", given, names.usernames, path, source)]

const actor = (given: string | undefined, names: Names, path: Path, source: Source): ReadonlyArray<Problem> => {
  const named = actorName(given)
  switch (named.kind) {
    case "user":
      return user(named.username, names, path, source)
    case "card":
      return expect("card", named.card, names.cards, path, source)
    case "staff":
      return isStaffRole(named.role) ? [] : [unknown("actor", named.role, staffRoles, path, source)]
    default:
      return []
  }
}

const inputOf = (name: CommandName) => registry[name].input as unknown as Schema.Schema<unknown>

const inDo = (step: DoStep, names: Names, path: Path, source: Source): ReadonlyArray<Problem> => {
  const problems = [...actor(step.as, names, [...path, "as"], source)]
  // Naming nobody is how a scenario shows that nobody is found.
  if (step.refused !== "NotFound") {
    problems.push(...user(step.on, names, [...path, "on"], source))
    problems.push(...user(textAt(step.with, "account"), names, [...path, "with", "account"], source))
  }
  const strange = placeholdersIn(step.with, [...path, "with"]).filter(({ text }) => !placeholders.includes(text))
  problems.push(...strange.map((placed) => unknown("placeholder", placed.text, placeholders, placed.path, source)))
  // Wrong fields are how a scenario shows that they are refused.
  if (strange.length === 0 && step.refused !== "FieldInvalid") {
    problems.push(...decodeAt(inputOf(step.do), sampled(step.with ?? {}), [...path, "with"], source).problems)
  }
  if (step.refused !== undefined && step.ok !== undefined)
    problems.push(contradiction(path, source, "a step is either ok or refused"))
  for (const only of ["facts", "remedies", "message"] as const) {
    if (step.refused === undefined && step[only] !== undefined)
      problems.push(contradiction([...path, only], source, `only a refusal has ${only}`))
  }
  return problems
}

const inFault = ({ fault: { port, next } }: FaultStep, path: Path, source: Source): ReadonlyArray<Problem> => {
  const possible: ReadonlyArray<FaultAnswer | "conflict"> = port === "store" ? storeAnswers : possibleAnswers[port]
  return next.flatMap((answer, index) =>
    possible.includes(answer) ? [] : [unknown("answer", answer, possible, [...path, "fault", "next", index], source)]
  )
}

const inStep = (step: Step, names: Names, path: Path, source: Source): ReadonlyArray<Problem> => {
  if ("do" in step) return inDo(step, names, path, source)
  if ("fault" in step) return inFault(step, path, source)
  if ("insert" in step) return expect("card", step.insert, names.cards, [...path, "insert"], source)
  if ("account" in step) return user(step.account, names, [...path, "account"], source)
  if ("operators" in step) return actor(step.operators, names, [...path, "operators"], source)
  if ("next" in step) return user(step.next, names, [...path, "next"], source)
  return []
}

/** Every name that stands for nothing, before anything runs. */
export const danglingNames = (
  setting: Setting,
  steps: ReadonlyArray<{ readonly step: Step; readonly index: number }>,
  source: Source
): ReadonlyArray<Problem> => {
  const usernames = usernamesOf(
    setting,
    steps.map(({ step }) => step)
  )
  const names: Names = {
    people: new Set(Object.keys(setting.people)),
    enterprises: new Set(Object.keys(setting.enterprises)),
    cards: new Set(Object.keys(setting.cards)),
    usernames: new Set(usernames.map((name) => name.trim().toLowerCase()))
  }
  return [
    ...inSetting(setting, names, source),
    ...steps.flatMap(({ step, index }) => inStep(step, names, ["steps", index], source))
  ]
}
