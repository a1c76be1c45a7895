import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import {
  type Checked,
  checkIdentifier,
  type IdentifierFacts,
  type IdentifierKind,
  identifierKinds,
  problemSentence
} from "@single-window/core/identifiers"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { argument } from "../commandLine/arguments.js"
import { FoundWrong, Usage } from "../commandLine/Failed.js"
import { linesOf } from "../commandLine/linesOf.js"
import { loadPolicy } from "../commandLine/loadPolicy.js"
import { written } from "../commandLine/Output.js"
import { Settings, type SettingsShape } from "../commandLine/Settings.js"
import { safeJson, safeText } from "../safeText.js"
import type { Words } from "../text/Words.js"

const MARKS = { true: "✓", false: "✗" } as const

const shown = (
  kind: IdentifierKind,
  input: string,
  checked: Checked<IdentifierFacts>,
  { json, language, words }: SettingsShape
): string => {
  const problems = checked.problems.map((problem) => ({ ...problem, message: problemSentence(problem, language) }))
  if (json) {
    const { valid, normalized, facts } = checked
    return safeJson({ kind, input, valid, ...(normalized === "" ? {} : { normalized }), problems, facts })
  }
  const { valid, invalid } = words.check
  const facts = Object.entries(checked.facts).map(([name, value]) => `${name}=${String(value)}`)
  const rest = [...problems.map(({ message }) => message), ...facts]
  return safeText(
    `${MARKS[`${checked.valid}`]} ${input}  ${checked.valid ? valid : invalid}${rest.length === 0 ? "" : `  ${rest.join(language === "zh" ? "；" : "; ")}`}`
  )
}

const chinaToday = Effect.map(Clock.currentTimeMillis, (now) =>
  new Date(now + 8 * 60 * 60 * 1000).toISOString().slice(0, 10).replaceAll("-", "")
)

type Batches = AsyncIterable<ReadonlyArray<string>> | Iterable<ReadonlyArray<string>>

/** Checks values as they come and holds none of them, however many there are. */
const checkAll = (kind: IdentifierKind, batches: Batches, lenient: boolean) =>
  Effect.gen(function* () {
    const settings = yield* Settings
    const policy = settings.policyFile === undefined ? undefined : yield* loadPolicy(settings)
    const options = {
      today: yield* chinaToday,
      lenient: lenient || policy?.enterprise.lenientUnifiedSocialCreditCode === true,
      allowSar: policy?.holder.allowSarPassports === true
    }
    let wrong = false
    const line = (value: string): string => {
      const checked = checkIdentifier(kind, value, options)
      wrong ||= !checked.valid
      return `${shown(kind, value, checked, settings)}\n`
    }
    yield* Effect.tryPromise({
      try: async () => {
        for await (const values of batches) await written(process.stdout, values.map(line).join(""))
      },
      catch: () => new Usage({ message: settings.words.usage.inputUnreadable("stdin") })
    })
    if (wrong) return yield* Effect.fail(new FoundWrong())
  })

export const check = ({ check: words, ...rest }: Words) =>
  Command.make(
    "check",
    {
      kind: Args.choice(identifierKinds.map((kind) => [kind, kind] as const) as [[IdentifierKind, IdentifierKind]], {
        name: "KIND"
      }).pipe(Args.withDescription(words.kind)),
      values: argument(Args.text({ name: "VALUE" }).pipe(Args.withDescription(words.value)), rest).pipe(Args.repeated),
      lenient: Options.boolean("lenient").pipe(Options.withDescription(words.lenient))
    },
    ({ kind, values, lenient }) =>
      checkAll(
        kind,
        values.length === 0 || (values.length === 1 && values[0] === "-") ? linesOf(process.stdin) : [values],
        lenient
      )
  ).pipe(Command.withDescription(words.summary))
