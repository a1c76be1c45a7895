import * as Command from "@effect/cli/Command"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { CouldNotAsk, type Failed, FoundWrong } from "../commandLine/Failed.js"
import { loadPolicy } from "../commandLine/loadPolicy.js"
import { Output } from "../commandLine/Output.js"
import { Settings, type SettingsShape } from "../commandLine/Settings.js"
import { withDoor } from "../commandLine/withDoor.js"
import { type Check, checksInside, nodeCheck } from "../outside/checks.js"
import { examined } from "../outside/examination.js"
import { padded } from "../safeText.js"
import type { Words } from "../text/Words.js"

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

const always = (text: string) => () => text

const examine = Effect.gen(function* () {
  const settings = yield* Settings
  const { configFile, words } = settings
  const output = yield* Output
  // The store opens without the verifiers, which are examined one by one, whatever is wrong with another.
  const alone = { ...settings, configFile: undefined, configGiven: false }
  const opened = yield* Effect.either(
    Effect.provideService(withDoor("existing", checksInside(configFile)), Settings, alone)
  )
  if (Either.isLeft(opened) && opened.left._tag === "Usage") return yield* Effect.fail(opened.left)
  const findings: ReadonlyArray<Check> = [
    nodeCheck(),
    ...(Either.isRight(opened)
      ? opened.right
      : <ReadonlyArray<Check>>[
          { check: "store", status: "failed", message: always(yield* sentence(opened.left)) },
          { check: "key", status: "not-configured", message: ({ doctor }) => doctor.keyUnknown },
          ...(yield* withoutStore(settings))
        ])
  ]
  for (const finding of findings) {
    const message = finding.message(words)
    yield* output.json({ ...finding, message })
    yield* output.line(`${padded(words.doctor.status[finding.status], 16)}${padded(finding.check, 14)}${message}`)
  }
  if (Either.isLeft(opened)) return yield* Effect.fail(new CouldNotAsk({ message: yield* sentence(opened.left) }))
  const failed = findings.filter(({ status }) => status === "failed").map(({ check }) => check)
  if (failed.includes("node")) return yield* Effect.fail(new FoundWrong())
  if (failed.length > 0)
    return yield* Effect.fail(new CouldNotAsk({ message: words.outside.doctor.failed([...new Set(failed)]) }))
})

export const doctor = ({ doctor: words }: Words) =>
  Command.make("doctor", {}, () => examine).pipe(Command.withDescription(words.summary))
