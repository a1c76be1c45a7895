import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import type { Ledger, Vault } from "@single-window/core"
import type { ExpectedFailures, Suites } from "@single-window/testkit/report"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { FoundWrong, Usage } from "../commandLine/Failed.js"
import { nearest } from "../commandLine/nearest.js"
import { Output } from "../commandLine/Output.js"
import { Settings } from "../commandLine/Settings.js"
import type { Words } from "../text/Words.js"

const kit = Effect.promise(() => import("@single-window/testkit/report"))

/** What a module says of the layer that it offers. */
interface Subject {
  readonly layer: Layer.Layer<unknown, unknown>
  readonly samples: object
  readonly live?: boolean
}

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null

/** What the runtime says of a module that it could not load, less where it was asked from. */
const whyNot = (error: unknown): string => {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n")
  return line.replace(/ imported from .*$/, "")
}

/** A path as the shell knows it, else a package as the folder at hand would find it. */
const addressOf = (specifier: string): string => {
  const path = resolve(specifier)
  if (existsSync(path) || /^(\.{1,2}[\\/]|[\\/]|[a-z]:[\\/])|\.[cm]?[jt]s$/i.test(specifier))
    return pathToFileURL(path).href
  try {
    return pathToFileURL(createRequire(join(process.cwd(), "here.js")).resolve(specifier)).href
  } catch {
    return specifier
  }
}

/** Somebody else's module may print what it likes; standard output is kept for the report. */
const printingOnStandardError = <A, E, R>(strangers: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.acquireUseRelease(
    Effect.sync(() => {
      const own = globalThis.console
      globalThis.console = new own.Console(process.stderr)
      return own
    }),
    () => strangers,
    (own) =>
      Effect.sync(() => {
        globalThis.console = own
      })
  )

const load = (given: string, { conformance: words, usage }: Words): Effect.Effect<Subject, Usage> =>
  Effect.gen(function* () {
    const at = given.lastIndexOf("#")
    const [specifier, name] = at < 0 ? [given, undefined] : [given.slice(0, at), given.slice(at + 1)]
    const wrong = (why: string) => new Usage({ message: usage.fileWrong("--layer", specifier, why) })
    const module = yield* Effect.tryPromise({
      try: (): Promise<Fields> => import(addressOf(specifier)),
      catch: (error) => wrong(whyNot(error))
    })
    const names = Object.keys(module)
    const found = name ?? ["layer", "default"].find((usual) => names.includes(usual))
    if (found === undefined || !names.includes(found))
      return yield* Effect.fail(wrong(words.noExport(found ?? "layer", nearest(found ?? "layer", names), names)))
    const exported = module[found]
    // What makes a layer by its defaults counts as the layer.
    const value = yield* Effect.try({
      try: (): unknown => (typeof exported === "function" ? exported() : exported),
      catch: (error) => wrong(whyNot(error))
    })
    // A layer alone stands beside its samples; an object holds both.
    const fields: Fields = Layer.isLayer(value) ? { ...module, layer: value } : isObject(value) ? value : {}
    const { layer, live, samples } = fields
    if (!Layer.isLayer(layer)) return yield* Effect.fail(wrong(words.noLayer(found)))
    return {
      layer: layer as Subject["layer"],
      samples: isObject(samples) ? samples : {},
      ...(typeof live === "boolean" ? { live } : {})
    }
  })

const suiteFor = (name: string, { samples }: Subject, { conformance: words }: Words) =>
  Effect.gen(function* () {
    const { Suites } = yield* kit
    const port = Suites.ports.find((one) => one === name)
    if (port === undefined)
      return yield* Effect.fail(new Usage({ message: words.noPort(name, nearest(name, Suites.ports), Suites.ports) }))
    const missing = Suites.samplesMissing(port, samples)
    const { names, unknown } = Suites.samplesUnknown(port, samples)
    const spare = names.filter((one) => !Object.hasOwn(samples, one))
    // One object may serve several ports: only what is like a sample that is not there is a slip.
    const slips = unknown.flatMap((one) => {
      const meant = nearest(one, spare)
      return meant === undefined ? [] : [words.noSample(one, meant)]
    })
    if (slips.length > 0) return yield* Effect.fail(new Usage({ message: words.samplesWrong(slips.join("; ")) }))
    if (missing.length > 0) return yield* Effect.fail(new Usage({ message: words.noSamples(port, missing) }))
    return yield* Effect.try({
      try: (): Suites.Suite<unknown> => Suites.byName(port, samples),
      catch: (error) => new Usage({ message: words.samplesWrong(whyNot(error)) })
    })
  })

const gaps = (
  file: Option.Option<string>
): Effect.Effect<ReadonlyArray<ExpectedFailures.ExpectedFailure>, Usage, Settings> =>
  Effect.gen(function* () {
    if (Option.isNone(file)) return []
    const { language, words } = yield* Settings
    const text = yield* Effect.tryPromise({
      try: () => readFile(file.value, "utf8"),
      catch: () => new Usage({ message: words.usage.fileUnreadable("--expected", file.value) })
    })
    const { ExpectedFailures } = yield* kit
    const read = ExpectedFailures.parse(text, file.value)
    if (Either.isRight(read)) return read.right
    const all = read.left.lines(language).join("; ")
    return yield* Effect.fail(new Usage({ message: words.usage.fileWrong("--expected", "", all) }))
  })

/** The store is core's own; what somebody else writes for it is the ledger and the vault beneath. */
const withStore = (parts: Subject["layer"]) =>
  Effect.map(
    Effect.promise(() => import("@single-window/core")),
    ({ Store }) => Layer.provideMerge(Store.layer, parts as Layer.Layer<Ledger | Vault, unknown>) as Subject["layer"]
  )

const reported = (
  name: string,
  subject: Subject,
  port: string,
  expected: ReadonlyArray<ExpectedFailures.ExpectedFailure>,
  words: Words
) =>
  Effect.gen(function* () {
    const { report } = yield* kit
    const suite = yield* suiteFor(port, subject, words)
    const { layer, live } = subject
    return yield* report(name, suite.port === "Store" ? yield* withStore(layer) : layer, [suite], {
      expected,
      ...(live === undefined ? {} : { live })
    })
  })

const test = (given: string, port: string, expectedFile: Option.Option<string>) =>
  Effect.gen(function* () {
    const { language, words } = yield* Settings
    const output = yield* Output
    const expected = yield* gaps(expectedFile)
    const reports = yield* printingOnStandardError(
      Effect.flatMap(load(given, words), (subject) => reported(given, subject, port, expected, words))
    )
    const { passed, toText } = yield* kit
    for (const one of reports) yield* output.json(one)
    for (const line of toText(reports, language).split("\n")) yield* output.line(line)
    if (!passed(reports)) return yield* Effect.fail(new FoundWrong())
  })

export const conformance = (words: Words) =>
  Command.make(
    "conformance",
    {
      layer: Options.text("layer").pipe(Options.withDescription(words.conformance.layer)),
      port: Options.text("port").pipe(Options.withDescription(words.conformance.port)),
      expected: Options.text("expected").pipe(Options.withDescription(words.conformance.expected), Options.optional)
    },
    ({ expected, layer, port }) => test(layer, port, expected)
  ).pipe(Command.withDescription(words.conformance.summary))
