import type { Language, Refusal } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Opening } from "../ground.js"
import type { Everything } from "../Live.js"
import { Outside } from "../outside/Outside.js"
import { CouldNotAsk, type Failed, FrontDoorRefused } from "./Failed.js"
import type { Output } from "./Output.js"
import { Settings } from "./Settings.js"

const ours: ReadonlySet<string> = new Set<Failed["_tag"]>([
  "Usage",
  "FrontDoorRefused",
  "FoundWrong",
  "NotUsable",
  "CouldNotAsk"
])

const isOurs = (error: Refusal | Failed): error is Failed => ours.has(error._tag)

interface Undeclared {
  readonly line: (language: Language) => string
}

/** A mock world stops at somebody whom it does not declare, and says why itself. */
const stoppedBy = (defect: unknown): defect is Undeclared =>
  typeof defect === "object" && defect !== null && "_tag" in defect && defect._tag === "AskedAboutUndeclared"

/** Opens the store that the settings name, does something behind the front door, and closes it again. */
export const withDoor = <A, E extends Refusal | Failed, R>(
  opening: Opening,
  body: Effect.Effect<A, E, R | Everything>
): Effect.Effect<A, Failed, Exclude<R, Everything> | Settings | Output> =>
  Effect.gen(function* () {
    const settings = yield* Settings
    const { live } = yield* Effect.promise(() => import("../Live.js"))
    const told = Effect.gen(function* () {
      const { configured, mock } = yield* Outside
      const unconfigured = (refusal: Refusal) =>
        mock === undefined && refusal._tag === "VerifierUnavailable" && !configured.has(refusal.port)
      return yield* Effect.mapError(body, (error: Refusal | Failed) =>
        isOurs(error) ? error : new FrontDoorRefused({ refusal: error, unconfigured: unconfigured(error) })
      )
    })
    return yield* Effect.provide(told, live(settings, opening)).pipe(
      Effect.catchAllDefect((defect) =>
        stoppedBy(defect)
          ? Effect.fail(new CouldNotAsk({ message: defect.line(settings.language) }))
          : Effect.die(defect)
      )
    )
  }) as Effect.Effect<A, Failed, Exclude<R, Everything> | Settings | Output>
