import { CurrentPolicy } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type { SettingsShape } from "../commandLine/Settings.js"
import { type Configuration, configurablePorts } from "./Configuration.js"
import { loadConfiguration } from "./configured.js"
import type { Finding } from "./Ready.js"

/** How `doctor` names the checks of a port. */
const checksOf = { card: ["card-control", "card-reader"] } as const

type Seen = Omit<Finding, "status"> & { readonly status: Finding["status"] | "not-configured" }

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
          findings.map((one): Seen => ({ ...one, message: `${source}: ${one.message}` }))
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
    const { doctor, outside } = settings.words
    const read = yield* Effect.either(loadConfiguration(path, settings))
    if (Either.isLeft(read)) return [{ check: "configuration", status: "failed", message: read.left.message }]
    const none = (check: string): Seen => ({
      check,
      status: "not-configured",
      message: check.startsWith("card-") ? doctor.noCard : doctor.none
    })
    const found = yield* Effect.forEach(configurablePorts, (port) => examinePort(port, read.right, none), {
      concurrency: "unbounded"
    })
    const { certification } = yield* CurrentPolicy
    const lacking = certification.banks.filter((code) => !read.right.banks.includes(code))
    const offered: ReadonlyArray<Seen> =
      read.right.banks.length === 0 || lacking.length === 0
        ? []
        : [{ check: "bank-ukey", status: "warning", message: outside.doctor.notOffered(lacking) }]
    return [
      { check: "configuration", status: "ok", message: outside.doctor.configuration(path) },
      ...found.flat(),
      ...offered
    ]
  })
