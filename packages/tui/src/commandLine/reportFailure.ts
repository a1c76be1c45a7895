import type { Language, Refusal } from "@single-window/core"
import * as Effect from "effect/Effect"
import { subCommands } from "../cli/index.js"
import { wordsIn } from "../text/Words.js"
import { arrange } from "./arrange.js"
import type { Failed } from "./Failed.js"
import { languageOf } from "./language.js"
import { output } from "./Output.js"

/** Exit codes: 1 refused or something found to be wrong, 2 wrong usage, 3 could not ask. */
export type ExitCode = 0 | 1 | 2 | 3

/** A refusal as programs read it: what `do --json` and every other sub-command answer when the front door refuses. */
const view = (refusal: Refusal, language: Language) =>
  Effect.map(
    Effect.promise(() => Promise.all([import("@single-window/core"), import("../text/sentenceOf.js")])),
    ([{ refusalView }, { sentenceOf }]) => ({
      refused: { ...refusalView(refusal), message: sentenceOf(refusal, language) }
    })
  )

/** Says how a command line ended, once and in one place, and with which exit code. */
export const reportFailure = (
  failed: Failed,
  given: ReadonlyArray<string>,
  environment: Readonly<Record<string, string | undefined>>
): Effect.Effect<ExitCode> =>
  Effect.gen(function* () {
    const language = languageOf(given, environment)
    const words = wordsIn[language]
    const { json, name } = arrange(given)
    const { json: answer, note } = output(json)
    switch (failed._tag) {
      case "Usage":
        if (failed.refused !== undefined) yield* answer(yield* view(failed.refused, language))
        yield* note(words.usage.wrong(failed.message))
        yield* note(
          words.usage.seeHelp(
            name !== undefined && Object.hasOwn(subCommands, name) ? `single-window ${name}` : "single-window"
          )
        )
        return 2
      case "FoundWrong":
        return 1
      case "NotUsable":
        yield* note(failed.message)
        return 1
      case "CouldNotAsk":
        yield* note(failed.message)
        return 3
      case "FrontDoorRefused": {
        const core = yield* Effect.promise(() => import("@single-window/core"))
        const { refusal, unconfigured } = failed
        const { refused } = yield* view(refusal, language)
        yield* answer({ refused })
        yield* note(refused.message)
        if (unconfigured && refusal._tag === "VerifierUnavailable") {
          const { ports } = core.messages[language]
          yield* note(words.refused.notConfigured(ports[refusal.port]))
        }
        if (!json) {
          if (refused.rules.length > 0) yield* note(words.refused.rules(refused.rules))
          if (refused.remedies.length > 0) yield* note(words.refused.remedies)
          for (const remedy of refused.remedies) yield* note(`  · ${core.remedySentence(remedy, language)}`)
        }
        return core.couldNotAsk(refusal) ? 3 : 1
      }
    }
  })
