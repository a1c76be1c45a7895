import { Policy, rules } from "@single-window/core"
import { decodeAt, unknown } from "./issues.js"
import type { Problem } from "./ScenarioInvalid.js"
import type { Path, Source } from "./Source.js"

const leaves: ReadonlyArray<string> = rules.assumedValues.map(({ path }) => path)

interface Override {
  readonly dotted: string
  readonly value: unknown
  readonly path: Path
}

const overridesIn = (given: unknown, prefix: string, path: Path): ReadonlyArray<Override> => {
  if (leaves.includes(prefix) || typeof given !== "object" || given === null || Array.isArray(given)) {
    return [{ dotted: prefix, value: given, path }]
  }
  return Object.entries(given).flatMap(([key, value]) =>
    overridesIn(value, prefix === "" ? key : `${prefix}.${key}`, [...path, key])
  )
}

type Nested = { [key: string]: unknown }

const put = (into: Nested, [first = "", ...rest]: ReadonlyArray<string>, value: unknown): Nested => ({
  ...into,
  [first]: rest.length === 0 ? value : put((into[first] ?? {}) as Nested, rest, value)
})

/** Reads overrides of the policy, dotted or nested, each by the name it has in the policy object. */
export const readPolicy = (
  given: unknown,
  source: Source
): { readonly policy: Nested; readonly problems: ReadonlyArray<Problem> } => {
  const problems: Array<Problem> = []
  let policy: Nested = {}
  for (const { dotted, value, path } of overridesIn(given, "", ["policy"])) {
    if (!leaves.includes(dotted)) problems.push(unknown("policy path", dotted, leaves, path, source))
    else {
      const parts = dotted.split(".")
      problems.push(
        ...decodeAt(Policy, put({}, parts, value), [], source).problems.map((problem) => ({
          ...problem,
          ...source.place(path),
          path: path.map(String).join(".")
        }))
      )
      policy = put(policy, parts, value)
    }
  }
  return { policy, problems }
}
