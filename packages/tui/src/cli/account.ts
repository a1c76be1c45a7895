import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { staffNamed } from "../commandLine/actor.js"
import { argument } from "../commandLine/arguments.js"
import { Usage } from "../commandLine/Failed.js"
import { Output } from "../commandLine/Output.js"
import { printed } from "../commandLine/printed.js"
import { Settings } from "../commandLine/Settings.js"
import { withDoor } from "../commandLine/withDoor.js"
import type { Words } from "../text/Words.js"

interface Asked {
  readonly username: string
  readonly reveal: boolean
  readonly reason: Option.Option<string>
  readonly as: Option.Option<string>
}

/** Looking is on record before anything is shown; the rest of the account is the same either way. */
const show = ({ username, reveal, reason, as }: Asked) =>
  Effect.gen(function* () {
    const { words } = yield* Settings
    const output = yield* Output
    const { Actor, SingleWindow } = yield* Effect.promise(() => import("@single-window/core"))
    const name = yield* staffNamed(as, words)
    const why = Option.getOrElse(reason, () => "").trim()
    if (reveal && why === "") return yield* Effect.fail(new Usage({ message: words.usage.reasonNeeded }))
    const view = yield* withDoor(
      "existing",
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const masked = yield* door.ask(
          Actor.Staff({ name, role: "viewer" }),
          "AccountDetails",
          {},
          { account: username }
        )
        if (!reveal) return masked
        const supervisor = Actor.Staff({ name, role: "supervisor" })
        const seen = yield* door.execute(supervisor, "RevealHolder", { account: username, reason: why })
        const { holder, mobile, email, legalRepresentativeName } = seen
        return { ...masked, holder, mobile, email, enterprise: { ...masked.enterprise, legalRepresentativeName } }
      })
    )
    yield* output.json(view)
    yield* printed(view)
  })

export const account = (words: Words) =>
  Command.make(
    "account",
    {
      username: argument(Args.text({ name: "USERNAME" }), words).pipe(Args.withDescription(words.account.username)),
      reveal: Options.boolean("reveal").pipe(Options.withDescription(words.account.reveal)),
      reason: Options.text("reason").pipe(Options.withDescription(words.account.reason), Options.optional),
      as: Options.text("as").pipe(Options.withDescription(words.account.as), Options.optional)
    },
    show
  ).pipe(Command.withDescription(words.account.summary))
