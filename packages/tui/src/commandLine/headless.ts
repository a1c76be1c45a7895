import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import { wordsIn } from "../text/Words.js"
import { languageOf } from "./language.js"
import { reportFailure } from "./reportFailure.js"
import { run } from "./run.js"

/** Runs a sub-command to its end: prints its answer, and leaves its exit code. */
export const headless = (
  argv: ReadonlyArray<string>,
  environment: Readonly<Record<string, string | undefined>>,
  broken: (defect: unknown) => void
): void => {
  const whole = run(argv, environment).pipe(
    Effect.as(0 as const),
    Effect.catchAll((failed) => reportFailure(failed, argv, environment))
  )
  const fiber = Effect.runFork(whole)
  const stop = (code: number) => () => {
    process.exitCode = code
    // Connections close and what was begun is ended; a second signal does not wait for that.
    Effect.runFork(Fiber.interrupt(fiber))
  }
  process.once("SIGINT", stop(130))
  process.once("SIGTERM", stop(143))

  fiber.addObserver((exit) => {
    if (Exit.isSuccess(exit)) process.exitCode = exit.value
    else if (!Cause.isInterruptedOnly(exit.cause)) broken(Cause.squash(exit.cause))
    else {
      process.stderr.write(`${wordsIn[languageOf(argv, environment)].interrupted}\n`)
      // Standard input that somebody may still be typing into would keep the process waiting.
      process.exit()
    }
  })
}
