import { Actor, type Language } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Option from "effect/Option"
import { actingOf } from "../commandLine/actor.js"
import { type Failed, Usage } from "../commandLine/Failed.js"
import { Output } from "../commandLine/Output.js"
import { reportFailure } from "../commandLine/reportFailure.js"
import { type SettingsShape, settingsOf } from "../commandLine/Settings.js"
import type { Everything } from "../Live.js"
import { Outside } from "../outside/Outside.js"
import { terminalWords } from "../text/terminal/index.js"
import { wordsIn } from "../text/Words.js"
import type { TerminalOptions } from "./options.js"
import type { Session } from "./Session.js"
import type { Opened } from "./Shell.js"

export { App } from "./App.js"
export { sessionLimits } from "./Session.js"

type Environment = Readonly<Record<string, string | undefined>>

/** What the layers have to say goes nowhere: the banner tells of a mock world on every screen, and nothing may be written over one. */
const silent = Layer.merge(
  Layer.succeed(Output, { line: () => Effect.void, json: () => Effect.void, note: () => Effect.void }),
  Logger.replace(Logger.defaultLogger, Logger.none)
)

/** Staff of the platform are authenticated by the host that starts this program, as for the command line. */
const sessionFor = (as: string | undefined, language: Language): Either.Either<Session | undefined, Usage> => {
  if (as === undefined) return Either.right(undefined)
  return Either.flatMap(actingOf(as, wordsIn[language]), (acting) => {
    if (acting._tag !== "Staff")
      return Either.left(new Usage({ message: terminalWords[language].beforeOpening.asStaffOnly }))
    const role = acting.role ?? "viewer"
    const { name } = acting
    return Either.right({ actor: Actor.Staff({ name, role }), name, role, restricted: false, since: Date.now() })
  })
}

/** What to open and who works there, or why it cannot be. */
export const prepare = (
  options: TerminalOptions,
  environment: Environment,
  language: Language
):
  | { readonly failed: Failed }
  | { readonly settings: SettingsShape; readonly session: Session | undefined; readonly failed?: undefined } => {
  const settings = settingsOf(
    {
      json: false,
      db: Option.fromNullable(options.db),
      key: Option.fromNullable(options.key),
      policy: Option.fromNullable(options.policy),
      world: Option.fromNullable(options.world),
      config: Option.fromNullable(options.config)
    },
    environment,
    language,
    wordsIn[language]
  )
  const both = Either.all({ settings, session: sessionFor(options.as, language) })
  return Either.isLeft(both) ? { failed: both.left } : both.right
}

/** Joins the front door while the first screen is already there. It fails with a `Failed`. */
export const join = async (settings: SettingsShape): Promise<Opened> => {
  const { live } = await import("../Live.js")
  const runtime: ManagedRuntime.ManagedRuntime<Everything, Failed> = ManagedRuntime.make(
    live(settings, "existing").pipe(Layer.provideMerge(silent))
  )
  const built = await runtime.runPromise(
    Effect.map(Outside, ({ mock }) => mock !== undefined).pipe(Effect.either) as Effect.Effect<
      Either.Either<boolean, Failed>,
      Failed,
      Everything
    >
  )
  if (Either.isLeft(built)) throw built.left
  return { runtime: runtime as ManagedRuntime.ManagedRuntime<Everything, never>, mocked: built.right, settings }
}

/** Says why nothing could be opened, on the screen that was there before, with the exit code of the command line. */
export const reported = (failed: Failed, argv: ReadonlyArray<string>, environment: Environment): Promise<number> =>
  Effect.runPromise(reportFailure(failed, argv, environment))
