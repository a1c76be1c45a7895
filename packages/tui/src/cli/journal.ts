import * as Command from "@effect/cli/Command"
import * as Effect from "effect/Effect"
import { Usage } from "../commandLine/Failed.js"
import type { Words } from "../text/Words.js"
import { exportLines } from "./journal/export.js"
import { rebuild } from "./journal/rebuild.js"
import { verify } from "./journal/verify.js"

export const journal = (words: Words) =>
  Command.make("journal", {}, () =>
    Effect.fail(new Usage({ message: words.usage.noCommand(["verify", "export", "rebuild"]) }))
  ).pipe(
    Command.withDescription(words.journal.summary),
    Command.withSubcommands([verify(words), exportLines(words), rebuild(words)])
  )
