import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as Effect from "effect/Effect"
import { accountTable } from "../commandLine/accountTable.js"
import { argument } from "../commandLine/arguments.js"
import { Output } from "../commandLine/Output.js"
import { withDoor } from "../commandLine/withDoor.js"
import type { Words } from "../text/Words.js"

interface Asked {
  readonly username: string
  readonly deleted: boolean
}

/** The administrator's own list, so it is asked as the administrator. */
const list = ({ username, deleted }: Asked) =>
  Effect.gen(function* () {
    const output = yield* Output
    const { SingleWindow } = yield* Effect.promise(() => import("@single-window/core"))
    const found = yield* withDoor(
      "existing",
      Effect.gen(function* () {
        const door = yield* SingleWindow
        return yield* door.ask(yield* door.actorFor(username), "ListOperators", { includeDeleted: deleted })
      })
    )
    yield* output.json({ operators: found })
    yield* accountTable(found)
  })

export const operators = (words: Words) =>
  Command.make(
    "operators",
    {
      username: argument(Args.text({ name: "USERNAME" }), words).pipe(Args.withDescription(words.operators.username)),
      deleted: Options.boolean("deleted").pipe(Options.withDescription(words.accounts.deleted))
    },
    list
  ).pipe(Command.withDescription(words.operators.summary))
