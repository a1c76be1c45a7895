import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { type Database, Settings } from "../commandLine/Settings.js"
import type { Words } from "../text/Words.js"
import { examined } from "./examination.js"
import { Outside } from "./Outside.js"

export type CheckStatus = keyof Words["doctor"]["status"]

/** What `doctor` and the health screen say of one part. */
export interface Check {
  readonly check: string
  readonly status: CheckStatus
  readonly message: string
}

const verifiers: ReadonlyArray<string> = [
  "registry",
  "id-card",
  "bank-card",
  "sms",
  "bank-ukey",
  "card-control",
  "card-reader"
]

/** Whether this Node.js is recent enough. */
export const nodeCheck = (words: Words["doctor"]): Check => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
  const recent = major > 20 || (major === 20 && minor >= 19)
  const say = recent ? words.node : words.nodeOld
  return { check: "node", status: recent ? "ok" : "failed", message: say(process.versions.node) }
}

const store = (database: Database, words: Words["doctor"]) =>
  Effect.gen(function* () {
    if (database.kind === "memory") return { check: "store", status: "warning", message: words.memory } as const
    if (database.kind === "sqlite")
      return { check: "store", status: "ok", message: words.store(database.path) } as const
    const { server } = yield* Effect.promise(() => import("@single-window/adapters/postgres"))
    const { durable, encrypted, version } = yield* server({ url: database.url })
    return durable
      ? ({ check: "store", status: "ok", message: words.server(database.place, version, encrypted) } as const)
      : ({ check: "store", status: "warning", message: words.notDurable(database.place) } as const)
  })

/** What can be seen only with the store open, which proves its schema and its key as well. */
export const checksInside = (configFile: string | undefined) =>
  Effect.gen(function* () {
    const settings = yield* Settings
    const { database } = settings
    const words = settings.words.doctor
    const { PasswordHasher, Vault, verifierUnavailable } = yield* Effect.promise(() => import("@single-window/core"))
    const { mock } = yield* Outside
    const hasher = yield* PasswordHasher
    const before = yield* Clock.currentTimeMillis
    yield* Effect.mapError(hasher.hash(Redacted.make("a password that is nobody's")), verifierUnavailable)
    const vault = yield* Vault
    const { sealedBy } = yield* Effect.promise(() => import("@single-window/adapters/vault"))
    const key = yield* Effect.mapError(vault.createKey, verifierUnavailable)
    const algorithms = sealedBy(key, yield* Effect.mapError(vault.seal(key, "doctor", ""), verifierUnavailable))
    const took = (yield* Clock.currentTimeMillis) - before
    const nobody = (check: string): Check =>
      mock === undefined
        ? { check, status: "not-configured", message: check.startsWith("card-") ? words.noCard : words.none }
        : { check, status: "warning", message: words.mock }
    const outside =
      configFile === undefined || mock !== undefined ? verifiers.map(nobody) : yield* examined(configFile, settings)
    const findings: ReadonlyArray<Check> = [
      yield* store(database, words),
      { check: "key", status: "ok", message: `${words.key} (${algorithms})` },
      { check: "policy", status: "ok", message: words.policy },
      { check: "password", status: "ok", message: words.password(took) },
      ...outside
    ]
    return findings
  })
