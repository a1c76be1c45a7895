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
  readonly message: (words: Words) => string
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
export const nodeCheck = (): Check => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
  const recent = major > 20 || (major === 20 && minor >= 19)
  const { node } = process.versions
  return {
    check: "node",
    status: recent ? "ok" : "failed",
    message: ({ doctor }) => (recent ? doctor.node : doctor.nodeOld)(node)
  }
}

const store = (database: Database) =>
  Effect.gen(function* () {
    const found = (status: CheckStatus, message: (words: Words["doctor"]) => string): Check => ({
      check: "store",
      status,
      message: ({ doctor }) => message(doctor)
    })
    if (database.kind === "memory") return found("warning", ({ memory }) => memory)
    if (database.kind === "sqlite") return found("ok", (words) => words.store(database.path))
    const { server } = yield* Effect.promise(() => import("@single-window/adapters/postgres"))
    const { durable, encrypted, version } = yield* server({ url: database.url })
    return durable
      ? found("ok", (words) => words.server(database.place, version, encrypted))
      : found("warning", (words) => words.notDurable(database.place))
  })

/** What can be seen only with the store open, which proves its schema and its key as well. */
export const checksInside = (configFile: string | undefined) =>
  Effect.gen(function* () {
    const settings = yield* Settings
    const { database } = settings
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
        ? {
            check,
            status: "not-configured",
            message: ({ doctor }) => (check.startsWith("card-") ? doctor.noCard : doctor.none)
          }
        : { check, status: "warning", message: ({ doctor }) => doctor.mock }
    const outside =
      configFile === undefined || mock !== undefined ? verifiers.map(nobody) : yield* examined(configFile, settings)
    const findings: ReadonlyArray<Check> = [
      yield* store(database),
      { check: "key", status: "ok", message: ({ doctor }) => `${doctor.key} (${algorithms})` },
      { check: "policy", status: "ok", message: ({ doctor }) => doctor.policy },
      { check: "password", status: "ok", message: ({ doctor }) => doctor.password(took) },
      ...outside
    ]
    return findings
  })
