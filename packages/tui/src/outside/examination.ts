import { CurrentPolicy } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type { Usage } from "../commandLine/Failed.js"
import type { SettingsShape } from "../commandLine/Settings.js"
import { type Words, wordsIn } from "../text/Words.js"
import { type Configuration, configurablePorts } from "./Configuration.js"
import { loadConfiguration } from "./configured.js"
import type { Finding } from "./Ready.js"

/** How `doctor` names the checks of a port. */
const checksOf = { card: ["card-control", "card-reader"] } as const

interface Seen {
  readonly check: string
  readonly status: Finding["status"] | "not-configured"
  readonly message: (words: Words) => string
}

const examinePort = (
  port: (typeof configurablePorts)[number],
  configuration: Configuration,
  none: (check: string) => Seen
) => {
  const sources = configuration[port]
  if (sources.length === 0) return Effect.succeed((port === "card" ? checksOf.card : [port]).map(none))
  return Effect.map(
    Effect.forEach(
      sources,
      ({ examine, source }) =>
        Effect.map(examine, (findings) =>
          findings.map((one): Seen => ({ ...one, message: ({ outside }) => `${source}: ${one.message(outside)}` }))
        ),
      { concurrency: "unbounded" }
    ),
    (found) => found.flat()
  )
}

/** Examines whoever is configured, all at once. Nothing about anybody is sent: the line, its certificate and the clock are looked at. */
export const examined = (
  path: string,
  settings: SettingsShape
): Effect.Effect<ReadonlyArray<Seen>, never, CurrentPolicy> =>
  Effect.gen(function* () {
    const readIn = (words: Words) => Effect.either(loadConfiguration(path, { ...settings, words }))
    const read = yield* readIn(settings.words)
    if (Either.isLeft(read)) {
      const { zh, en } = yield* Effect.all({ zh: readIn(wordsIn.zh), en: readIn(wordsIn.en) })
      const whyOf = (again: Either.Either<unknown, Usage>) => (Either.isLeft(again) ? again.left : read.left).message
      return [{ check: "configuration", status: "failed", message: (words) => whyOf(words === wordsIn.zh ? zh : en) }]
    }
    const none = (check: string): Seen => ({
      check,
      status: "not-configured",
      message: ({ doctor }) => (check.startsWith("card-") ? doctor.noCard : doctor.none)
    })
    const found = yield* Effect.forEach(configurablePorts, (port) => examinePort(port, read.right, none), {
      concurrency: "unbounded"
    })
    const { certification } = yield* CurrentPolicy
    const lacking = certification.banks.filter((code) => !read.right.banks.includes(code))
    const offered: ReadonlyArray<Seen> =
      read.right.banks.length === 0 || lacking.length === 0
        ? []
        : [{ check: "bank-ukey", status: "warning", message: ({ outside }) => outside.doctor.notOffered(lacking) }]
    return [
      { check: "configuration", status: "ok", message: ({ outside }) => outside.doctor.configuration(path) },
      ...found.flat(),
      ...offered
    ]
  })
