import * as Command from "@effect/cli/Command"
import * as Effect from "effect/Effect"
import { Usage } from "../commandLine/Failed.js"
import type { Words } from "../text/Words.js"
import { verify } from "./journal/verify.js"

export const journal = (words: Words) =>
  Command.make("journal", {}, () => Effect.fail(new Usage({ message: words.usage.noCommand(["verify"]) }))).pipe(
    Command.withDescription(words.journal.summary),
    Command.withSubcommands([verify(words)])
  )
