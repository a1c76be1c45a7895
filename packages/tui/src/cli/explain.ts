import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as Effect from "effect/Effect"
import { argument } from "../commandLine/arguments.js"
import { Output } from "../commandLine/Output.js"
import { Settings } from "../commandLine/Settings.js"
import { staffName } from "../commandLine/staffName.js"
import { withDoor } from "../commandLine/withDoor.js"
import type { Words } from "../text/Words.js"

const show = ({ username }: { readonly username: string }) =>
  Effect.gen(function* () {
    const output = yield* Output
    const { language } = yield* Settings
    const { Actor, findingSentence, SingleWindow } = yield* Effect.promise(() => import("@single-window/core"))
    const explained = yield* withDoor(
      "existing",
      Effect.flatMap(SingleWindow, (door) =>
        door.ask(Actor.Staff({ name: staffName(), role: "viewer" }), "Explain", {}, { account: username })
      )
    )
    yield* output.json({ username, ...explained })
    for (const finding of explained.findings) {
      yield* output.line(`${findingSentence(finding, language)}  ${finding.rules.join(" ")}`.trimEnd())
    }
  })

export const explain = (words: Words) =>
  Command.make(
    "explain",
    { username: argument(Args.text({ name: "USERNAME" }), words).pipe(Args.withDescription(words.account.username)) },
    show
  ).pipe(Command.withDescription(words.explain.summary))
