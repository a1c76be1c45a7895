import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as HelpDoc from "@effect/cli/HelpDoc"
import * as Options from "@effect/cli/Options"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { actingOf } from "../commandLine/actor.js"
import { argument } from "../commandLine/arguments.js"
import { Usage } from "../commandLine/Failed.js"
import { inputOf } from "../commandLine/inputOf.js"
import { nearest } from "../commandLine/nearest.js"
import { Output } from "../commandLine/Output.js"
import { printed } from "../commandLine/printed.js"
import { Settings } from "../commandLine/Settings.js"
import { withDoor } from "../commandLine/withDoor.js"
import type { Words } from "../text/Words.js"

interface Given {
  readonly command: Option.Option<string>
  readonly as: Option.Option<string>
  readonly list: boolean
  readonly input: Option.Option<string>
  readonly on: Option.Option<string>
  readonly reason: Option.Option<string>
  readonly dryRun: boolean
  readonly keyId: Option.Option<string>
  readonly card: Option.Option<string>
}

interface Asked extends Omit<Given, "command" | "as" | "list"> {
  readonly command: string
  readonly as: string
}

/** The commands that a store can begin with; any other on a store that is not there is a mistyped path. */
const beginsStore: ReadonlySet<string> = new Set(["RegisterAdministrator"])

const envelopeOf = ({ on, reason, keyId }: Asked) => ({
  ...(Option.isSome(on) ? { account: on.value } : {}),
  ...(Option.isSome(reason) ? { reason: reason.value } : {}),
  ...(Option.isSome(keyId) ? { idempotencyKey: keyId.value } : {})
})

const run = (asked: Asked) =>
  Effect.gen(function* () {
    const { language, words } = yield* Settings
    const output = yield* Output
    const core = yield* Effect.promise(() => import("@single-window/core"))
    const name = core.commandNames.find((known) => known === asked.command)
    if (name === undefined) {
      const message = words.usage.unknownCommand(asked.command, nearest(asked.command, core.commandNames))
      const refused = new core.FieldInvalid({ field: "do", problem: "unknown" })
      return yield* Effect.fail(new Usage({ message, refused }))
    }
    const acting = yield* actingOf(asked.as, words)
    const given = yield* Option.match(asked.input, {
      onNone: () => Effect.succeed({}),
      onSome: (text) => inputOf(text, words)
    })
    const { actorFor, inputFor } = yield* Effect.promise(() => import("../commandLine/acting.js"))
    const { ok, rehearsal } = yield* withDoor(
      beginsStore.has(name) && !asked.dryRun ? "create" : "existing",
      Effect.gen(function* () {
        const door = yield* core.SingleWindow
        const actor = yield* actorFor(acting, core.registry[name].may, Option.getOrUndefined(asked.card), words)
        const input = yield* inputFor(given, actor, words, language)
        if (!asked.dryRun) {
          return { ok: yield* door.executeJson(actor, name, input, envelopeOf(asked)), rehearsal: undefined }
        }
        const rehearsal = yield* door.rehearseJson(actor, name, input, envelopeOf(asked))
        return { ok: rehearsal.result, rehearsal }
      })
    )
    const dry = rehearsal === undefined ? {} : { dryRun: true, wouldAsk: rehearsal.wouldAsk, events: rehearsal.events }
    yield* output.json({ ok: ok ?? null, ...dry })
    yield* output.line(`${words.done}${rehearsal === undefined ? "" : words.do.dry}`)
    if (ok !== undefined) yield* printed(ok)
    if (rehearsal !== undefined && rehearsal.wouldAsk.length > 0) {
      const { ports } = core.messages[language]
      yield* output.line(words.do.wouldAsk(rehearsal.wouldAsk.map((port) => ports[port])))
    }
  })

const list = Effect.gen(function* () {
  const output = yield* Output
  const { commandForms, formLine } = yield* Effect.promise(() => import("../commandLine/commandForms.js"))
  const forms = commandForms()
  yield* output.json(forms)
  for (const form of forms) yield* output.line(formLine(form))
})

/** Only `--list` does without a command and somebody who acts. */
const asked = ({ command, as, list: listed, ...rest }: Given, { usage }: Words) =>
  Effect.gen(function* () {
    if (listed) return yield* list
    const missing = (message: string) => new Usage({ message: usage.parser(message) })
    if (Option.isNone(command)) return yield* Effect.fail(missing("Missing argument <COMMAND>"))
    if (Option.isNone(as)) return yield* Effect.fail(missing("Expected to find option: '--as'"))
    yield* run({ ...rest, command: command.value, as: as.value })
  })

export const execute = (words: Words) => {
  const text = (name: string, description: string) =>
    Options.text(name).pipe(Options.withDescription(description), Options.optional)
  return Command.make(
    "do",
    {
      command: argument(Args.text({ name: "COMMAND" }), words).pipe(
        Args.withDescription(words.do.command),
        Args.optional
      ),
      as: text("as", words.do.as),
      list: Options.boolean("list").pipe(Options.withDescription(words.do.list)),
      input: text("input", words.do.input),
      on: text("on", words.do.on),
      reason: text("reason", words.do.reason),
      dryRun: Options.boolean("dry-run").pipe(Options.withDescription(words.do.dryRun)),
      keyId: text("key-id", words.do.keyId),
      card: text("card", words.do.card)
    },
    (given) => asked(given, words)
  ).pipe(Command.withDescription(HelpDoc.sequence(HelpDoc.p(words.do.summary), HelpDoc.p(words.do.about))))
}
