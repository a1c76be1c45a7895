import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as Effect from "effect/Effect"
import { argument } from "../commandLine/arguments.js"
import { Output } from "../commandLine/Output.js"
import { staffName } from "../commandLine/staffName.js"
import { withDoor } from "../commandLine/withDoor.js"
import type { Words } from "../text/Words.js"

const show = ({ username }: { readonly username: string }) =>
  Effect.gen(function* () {
    const output = yield* Output
    const { Actor, SingleWindow } = yield* Effect.promise(() => import("@single-window/core"))
    const entries = yield* withDoor(
      "existing",
      Effect.gen(function* () {
        const door = yield* SingleWindow
        return yield* door.ask(Actor.Staff({ name: staffName(), role: "viewer" }), "History", {}, { account: username })
      })
    )
    yield* output.json({ username, history: entries })
    for (const { version, at, event, actor, details, reason } of entries) {
      const more = Object.entries(details).map(([name, value]) => `${name}=${String(value)}`)
      const why = reason === undefined ? [] : [reason]
      yield* output.line([String(version).padStart(4), at, event, actor, ...more, ...why].join("  "))
    }
  })

export const history = (words: Words) =>
  Command.make(
    "history",
    { username: argument(Args.text({ name: "USERNAME" }), words).pipe(Args.withDescription(words.account.username)) },
    show
  ).pipe(Command.withDescription(words.history.summary))
