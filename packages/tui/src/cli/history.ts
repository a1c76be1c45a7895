import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as Effect from "effect/Effect"
import { argument } from "../commandLine/arguments.js"
import { Output } from "../commandLine/Output.js"
import { staffName } from "../commandLine/staffName.js"
import { withDoor } from "../commandLine/withDoor.js"
import type { Words } from "../text/Words.js"

interface Asked {
  readonly username: string
  readonly enterprise: boolean
}

/** The enterprise's is asked as its administrator, an account's as staff. */
const asked = ({ username, enterprise }: Asked) =>
  Effect.gen(function* () {
    const { Actor, SingleWindow } = yield* Effect.promise(() => import("@single-window/core"))
    const door = yield* SingleWindow
    if (enterprise) return yield* door.ask(yield* door.actorFor(username), "EnterpriseHistory", { limit: 1000 })
    const viewer = Actor.Staff({ name: staffName(), role: "viewer" })
    const entries = yield* door.ask(viewer, "History", {}, { account: username })
    return entries.map((entry) => ({ username, ...entry }))
  })

const show = (given: Asked) =>
  Effect.gen(function* () {
    const output = yield* Output
    const entries = yield* withDoor("existing", asked(given))
    const ofOne = entries.map(({ username: _, ...entry }) => entry)
    yield* output.json({ username: given.username, history: given.enterprise ? entries : ofOne })
    for (const { username, version, at, event, actor, details, reason } of entries) {
      const more = Object.entries(details).map(([name, value]) => `${name}=${String(value)}`)
      const why = reason === undefined ? [] : [reason]
      const whose = given.enterprise ? [username] : []
      yield* output.line([...whose, String(version).padStart(4), at, event, actor, ...more, ...why].join("  "))
    }
  })

export const history = (words: Words) =>
  Command.make(
    "history",
    {
      username: argument(Args.text({ name: "USERNAME" }), words).pipe(Args.withDescription(words.account.username)),
      enterprise: Options.boolean("enterprise").pipe(Options.withDescription(words.history.enterprise))
    },
    show
  ).pipe(Command.withDescription(words.history.summary))
