import * as Command from "@effect/cli/Command"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Redacted from "effect/Redacted"
import { CouldNotAsk, type Failed, FoundWrong } from "../commandLine/Failed.js"
import { loadPolicy } from "../commandLine/loadPolicy.js"
import { Output } from "../commandLine/Output.js"
import { type Database, Settings, type SettingsShape } from "../commandLine/Settings.js"
import { withDoor } from "../commandLine/withDoor.js"
import { examined } from "../outside/examination.js"
import { Outside } from "../outside/Outside.js"
import { padded } from "../safeText.js"
import type { Words } from "../text/Words.js"

type Status = keyof Words["doctor"]["status"]

interface Finding {
  readonly check: string
  readonly status: Status
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

const node = (words: Words["doctor"]): Finding => {
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
const inside = (configFile: string | undefined) =>
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
    const nobody = (check: string): Finding =>
      mock === undefined
        ? { check, status: "not-configured", message: check.startsWith("card-") ? words.noCard : words.none }
        : { check, status: "warning", message: words.mock }
    const outside =
      configFile === undefined || mock !== undefined ? verifiers.map(nobody) : yield* examined(configFile, settings)
    const findings: ReadonlyArray<Finding> = [
      yield* store(database, words),
      { check: "key", status: "ok", message: `${words.key} (${algorithms})` },
      { check: "policy", status: "ok", message: words.policy },
      { check: "password", status: "ok", message: words.password(took) },
      ...outside
    ]
    return findings
  })

/** Whoever is configured can be examined though the store does not open. */
const withoutStore = (settings: SettingsShape) =>
  settings.configFile === undefined
    ? Effect.succeed([])
    : Effect.gen(function* () {
        const { CurrentPolicy } = yield* Effect.promise(() => import("@single-window/core"))
        const policy = yield* loadPolicy(settings)
        return yield* Effect.provideService(examined(settings.configFile ?? "", settings), CurrentPolicy, policy)
      })

const sentence = (failed: Failed) =>
  Effect.gen(function* () {
    const { language } = yield* Settings
    if (failed._tag === "FoundWrong") return ""
    if (failed._tag !== "FrontDoorRefused") return failed.message
    const { sentenceOf } = yield* Effect.promise(() => import("../text/sentenceOf.js"))
    return sentenceOf(failed.refusal, language)
  })

const examine = Effect.gen(function* () {
  const settings = yield* Settings
  const { configFile, words } = settings
  const output = yield* Output
  // The store opens without the verifiers, which are examined one by one, whatever is wrong with another.
  const alone = { ...settings, configFile: undefined, configGiven: false }
  const opened = yield* Effect.either(Effect.provideService(withDoor("existing", inside(configFile)), Settings, alone))
  if (Either.isLeft(opened) && opened.left._tag === "Usage") return yield* Effect.fail(opened.left)
  const findings = [
    node(words.doctor),
    ...(Either.isRight(opened)
      ? opened.right
      : [
          { check: "store", status: "failed", message: yield* sentence(opened.left) } as const,
          { check: "key", status: "not-configured", message: words.doctor.keyUnknown } as const,
          ...(yield* withoutStore(settings))
        ])
  ]
  for (const finding of findings) {
    yield* output.json(finding)
    yield* output.line(
      `${padded(words.doctor.status[finding.status], 16)}${padded(finding.check, 14)}${finding.message}`
    )
  }
  if (Either.isLeft(opened)) return yield* Effect.fail(new CouldNotAsk({ message: yield* sentence(opened.left) }))
  const failed = findings.filter(({ status }) => status === "failed").map(({ check }) => check)
  if (failed.includes("node")) return yield* Effect.fail(new FoundWrong())
  if (failed.length > 0)
    return yield* Effect.fail(new CouldNotAsk({ message: words.outside.doctor.failed([...new Set(failed)]) }))
})

export const doctor = ({ doctor: words }: Words) =>
  Command.make("doctor", {}, () => examine).pipe(Command.withDescription(words.summary))
