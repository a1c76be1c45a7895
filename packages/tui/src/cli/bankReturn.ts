import * as Command from "@effect/cli/Command"
import * as HelpDoc from "@effect/cli/HelpDoc"
import * as Options from "@effect/cli/Options"
import { banks, SingleWindow, Store, verifierUnavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { actingOf } from "../commandLine/actor.js"
import { Usage } from "../commandLine/Failed.js"
import { nearest } from "../commandLine/nearest.js"
import { Output } from "../commandLine/Output.js"
import { printed } from "../commandLine/printed.js"
import { Settings } from "../commandLine/Settings.js"
import { withDoor } from "../commandLine/withDoor.js"
import { Outside } from "../outside/Outside.js"
import { isHere } from "../outside/sources/banks.js"
import type { Words } from "../text/Words.js"

interface Asked {
  readonly as: string
  readonly bank: Option.Option<string>
  readonly wait: number
}

const usage = (message: string) => Effect.fail(new Usage({ message }))

/** Where to wait on this machine, as the configuration has it. */
const waitingPlace = ({ outside: { bankReturn } }: Words) =>
  Effect.gen(function* () {
    const { configured, returnUrl } = yield* Outside
    if (!configured.has("bank-ukey") || returnUrl === undefined) return yield* usage(bankReturn.notConfigured)
    return isHere(returnUrl) ? returnUrl : yield* usage(bankReturn.notHere(returnUrl))
  })

/** The bank that is named, or else the one that a certification under way waits for. */
const bankOf = (username: string, given: Option.Option<string>, { outside: words }: Words) =>
  Effect.gen(function* () {
    const { banks } = yield* Effect.promise(() => import("@single-window/adapters/bank-ukey"))
    const codes = banks.map(({ code }) => code)
    const found = yield* (yield* Store).byUsername(username)
    const state = found?.account.journey?.state
    const open = state?._tag === "AwaitingBank" ? state.bank : undefined
    const wanted = Option.getOrElse(given, () => open)
    if (wanted === undefined) return yield* usage(words.bankReturn.noRequest(username))
    const bank = banks.find(({ code }) => code === wanted)
    return bank ?? (yield* usage(words.unknownBank(wanted, nearest(wanted, codes), codes)))
  })

const wait = (asked: Asked) =>
  Effect.gen(function* () {
    const { words } = yield* Settings
    const { bankReturn } = words.outside
    const { json, line, note } = yield* Output
    const acting = yield* actingOf(asked.as, words)
    if (acting._tag !== "User") return yield* usage(words.usage.actor)
    const ok = yield* withDoor(
      "existing",
      Effect.gen(function* () {
        const at = yield* waitingPlace(words)
        const door = yield* SingleWindow
        const actor = yield* door.actorFor(acting.username)
        const bank = yield* bankOf(acting.username, asked.bank, words)
        const { returnListener } = yield* Effect.promise(() => import("@single-window/adapters/bank-ukey"))
        const listener = yield* Effect.mapError(
          returnListener({ bank, at, timeout: asked.wait * 1000 }),
          verifierUnavailable
        )
        if (Option.isSome(asked.bank)) {
          const started = yield* door.execute(actor, "StartCertification", { method: "bank-ukey", bank: bank.code })
          if (started.redirect !== undefined) yield* note(bankReturn.open(listener.startAt(started.redirect)))
        }
        yield* note(bankReturn.waiting)
        const parameters = yield* Effect.mapError(listener.returned, verifierUnavailable)
        return yield* door.execute(actor, "CompleteBankUkey", { parameters })
      }).pipe(Effect.scoped)
    )
    yield* note(bankReturn.closeBrowser)
    yield* json({ ok })
    yield* line(words.done)
    yield* printed(ok)
  })

/** For hosts without a web server: the bank sends the browser back to this machine. */
export const bankReturn = ({ outside: { bankReturn: words } }: Words) =>
  Command.make(
    "bank-return",
    {
      as: Options.text("as").pipe(Options.withDescription(words.as)),
      bank: Options.text("bank").pipe(
        Options.withDescription(words.bank(banks.map(({ code }) => code))),
        Options.optional
      ),
      wait: Options.integer("wait").pipe(Options.withDescription(words.wait), Options.withDefault(600))
    },
    wait
  ).pipe(Command.withDescription(HelpDoc.sequence(HelpDoc.p(words.summary), HelpDoc.p(words.about))))
