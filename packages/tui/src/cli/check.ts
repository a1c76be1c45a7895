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
import { FoundWrong } from "../commandLine/Failed.js"
import { linesOf } from "../commandLine/linesOf.js"
import { loadPolicy } from "../commandLine/loadPolicy.js"
import { write, written } from "../commandLine/Output.js"
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
    `${MARKS[`${checked.valid}`]} ${input}  ${checked.valid ? valid : invalid}${rest.length === 0 ? "" : `  ${rest.join("；")}`}`
  )
}

const chinaToday = Effect.map(Clock.currentTimeMillis, (now) =>
  new Date(now + 8 * 60 * 60 * 1000).toISOString().slice(0, 10).replaceAll("-", "")
)

const CHUNK = 32 * 1024

/** Checks values one by one and holds none of them, however many come. */
const checkAll = (kind: IdentifierKind, values: AsyncIterable<string> | Iterable<string>, lenient: boolean) =>
  Effect.gen(function* () {
    const settings = yield* Settings
    const policy = settings.policyFile === undefined ? undefined : yield* loadPolicy(settings)
    const options = {
      today: yield* chinaToday,
      lenient: lenient || policy?.enterprise.lenientUnifiedSocialCreditCode === true,
      allowSar: policy?.holder.allowSarPassports === true
    }
    let wrong = false
    let pending = ""
    yield* Effect.promise(async () => {
      for await (const value of values) {
        const checked = checkIdentifier(kind, value, options)
        wrong ||= !checked.valid
        pending += `${shown(kind, value, checked, settings)}\n`
        if (pending.length >= CHUNK) {
          await written(process.stdout, pending)
          pending = ""
        }
      }
    })
    if (pending !== "") yield* write(process.stdout, pending)
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
        values.length === 0 || (values.length === 1 && values[0] === "-") ? linesOf(process.stdin) : values,
        lenient
      )
  ).pipe(Command.withDescription(words.summary))
