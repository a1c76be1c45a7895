import { readFile } from "node:fs/promises"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import type { DefectName, Options as SimulationOptions } from "@single-window/testkit/simulate"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { CouldNotAsk, FoundWrong, Usage } from "../commandLine/Failed.js"
import { nearest } from "../commandLine/nearest.js"
import { Output } from "../commandLine/Output.js"
import { progress } from "../commandLine/progress.js"
import { Settings } from "../commandLine/Settings.js"
import type { Words } from "../text/Words.js"

interface Asked {
  readonly seed: string
  readonly accounts: number
  readonly days: number
  readonly faults: string
  readonly plant: Option.Option<string>
  readonly replay: Option.Option<string>
}

/** What holds when nothing is said. */
const usual = { seed: "1", accounts: 200, days: 30, faults: "none" } as const

const kit = Effect.promise(() => import("@single-window/testkit/simulate"))

/** One of the names there are, or the one that was probably meant. */
const oneOf = <Name extends string>(option: string, given: string, names: ReadonlyArray<Name>, words: Words) => {
  const found = names.find((name) => name === given)
  return found === undefined
    ? Effect.fail(new Usage({ message: words.simulate.noSuch(option, given, nearest(given, names), names) }))
    : Effect.succeed(found)
}

const within = (option: string, given: number, most: number, words: Words): Effect.Effect<number, Usage> =>
  given >= 1 && given <= most
    ? Effect.succeed(given)
    : Effect.fail(new Usage({ message: words.simulate.notWithin(option, most) }))

const plantedIn = (plant: Option.Option<string>, words: Words): Effect.Effect<DefectName | undefined, Usage> =>
  Effect.gen(function* () {
    if (Option.isNone(plant)) return undefined
    const { defectNames } = yield* kit
    return yield* oneOf("--plant", plant.value, defectNames, words)
  })

const optionsOf = ({ seed, accounts, days, faults, plant }: Asked, words: Words) =>
  Effect.gen(function* () {
    const { faultNames } = yield* kit
    const options: SimulationOptions = {
      seed,
      accounts: yield* within("--accounts", accounts, 100_000, words),
      days: yield* within("--days", days, 3650, words),
      faults: yield* oneOf("--faults", faults, faultNames, words),
      defect: yield* plantedIn(plant, words)
    }
    return options
  })

const unavailable = ({ reason }: { readonly reason: string }) => new CouldNotAsk({ message: reason })

const run = (asked: Asked) =>
  Effect.gen(function* () {
    const { language, words } = yield* Settings
    const output = yield* Output
    const options = yield* optionsOf(asked, words)
    const { linesOf, simulate } = yield* kit
    const bar = yield* progress(options.days)
    const report = yield* simulate({ ...options, onDay: bar.at }).pipe(
      Effect.mapError(unavailable),
      Effect.ensuring(bar.end)
    )
    yield* output.json(report)
    for (const line of linesOf(report, language)) yield* output.line(line)
    for (const line of report.found?.scenario?.trimEnd().split("\n") ?? []) yield* output.line(line)
    if (!report.holds) return yield* Effect.fail(new FoundWrong())
  })

/** What a population is made by; a story has its own. */
const populated: ReadonlyArray<readonly [option: "seed" | "accounts" | "days" | "faults", usual: unknown]> = [
  ["seed", usual.seed],
  ["accounts", usual.accounts],
  ["days", usual.days],
  ["faults", usual.faults]
]

/** A story that was printed before, told again with the same eyes on it. */
const again = (file: string, asked: Asked) =>
  Effect.gen(function* () {
    const { plant } = asked
    const { language, words } = yield* Settings
    const output = yield* Output
    const idle = populated.find(([option, value]) => asked[option] !== value)
    if (idle !== undefined)
      return yield* Effect.fail(new Usage({ message: words.simulate.notWithReplay(`--${idle[0]}`) }))
    const text = yield* Effect.tryPromise({
      try: () => readFile(file, "utf8"),
      catch: () => new Usage({ message: words.usage.fileUnreadable("--replay", file) })
    })
    const planted = yield* plantedIn(plant, words)
    const { invariants, replay } = yield* kit
    const violations = yield* replay(text, file, planted).pipe(
      Effect.catchTags({
        StoreUnavailable: (error) => Effect.fail(unavailable(error)),
        ScenarioInvalid: (error) =>
          Effect.zipRight(Effect.forEach(error.lines(language), output.note), Effect.fail(new FoundWrong()))
      })
    )
    yield* output.json({ file, holds: violations.length === 0, violations })
    for (const { invariant, what, facts, username } of violations)
      yield* output.line(
        `✗ ${invariant} ${invariants[invariant][language]}  ${username}  ${what} ${JSON.stringify(facts)}`
      )
    if (violations.length > 0) return yield* Effect.fail(new FoundWrong())
    yield* output.line(`✓ ${words.simulate.holds}`)
  })

export const simulate = (words: Words) => {
  const { simulate: said } = words
  return Command.make(
    "simulate",
    {
      seed: Options.text("seed").pipe(Options.withDescription(said.seed), Options.withDefault<string>(usual.seed)),
      accounts: Options.integer("accounts").pipe(
        Options.withDescription(said.accounts),
        Options.withDefault<number>(usual.accounts)
      ),
      days: Options.integer("days").pipe(Options.withDescription(said.days), Options.withDefault<number>(usual.days)),
      faults: Options.text("faults").pipe(
        Options.withDescription(said.faults),
        Options.withDefault<string>(usual.faults)
      ),
      plant: Options.text("plant").pipe(Options.withDescription(said.plant), Options.optional),
      replay: Options.text("replay").pipe(Options.withDescription(said.replay), Options.optional)
    },
    (asked) => (Option.isSome(asked.replay) ? again(asked.replay.value, asked) : run(asked))
  ).pipe(Command.withDescription(said.summary))
}
