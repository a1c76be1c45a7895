import {
  type AccountId,
  Actor,
  Ledger,
  type Refusal,
  type RefusalView,
  refusalView,
  SingleWindow,
  Store
} from "@single-window/core"
import { usernameKey } from "@single-window/core/identifiers"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import type * as Exit from "effect/Exit"
import type { Violation } from "../invariants/Invariant.js"
import { type Seen, Witness } from "../invariants/Witness.js"
import { filled, placeholdersIn } from "../scenario/placeholders.js"
import type { BankReturnVariant } from "../world/bankVisit.js"
import { WorldRuntime } from "../world/WorldRuntime.js"
import type { Ending, Logged } from "./Log.js"
import type { Came, Deed, Query, Who } from "./life/Visit.js"

/** There is nothing yet that the placeholder could stand for. */
class Unsent extends Data.TaggedClass("Unsent")<{}> {}

/** Whoever it is comes in anew, unless a session is open. */
export const actorFor = (who: Who) =>
  Effect.gen(function* () {
    const door = yield* SingleWindow
    switch (who.kind) {
      case "anonymous":
        return Actor.Anonymous()
      case "staff":
        return Actor.Staff({ name: who.name, role: who.role })
      case "system":
        return Actor.System({ name: who.name })
      case "card": {
        const outside = yield* WorldRuntime
        yield* Effect.orDie(outside.insert(who.card))
        const { actor } = yield* Effect.ensuring(door.execute(Actor.Anonymous(), "LogInWithCard", {}), outside.remove)
        return actor
      }
      case "user": {
        const { user } = who
        user.session ??= yield* door.actorFor(user.username)
        return user.session
      }
    }
  })

/** The id of the account that a command is about, as far as it can be told beforehand. */
const subjectOf = (deed: Deed, actor: Actor) =>
  Effect.gen(function* () {
    const username = deed.about?.username ?? deed.on
    if (username === undefined) return actor._tag === "AccountHolder" ? actor.account : undefined
    const heads = yield* (yield* Ledger).byUsername(usernameKey(username))
    return heads.find((head) => !head.deleted)?.stream
  })

const standsFor = (deed: Deed, account: string | undefined, placeholder: string) =>
  Effect.gen(function* () {
    const outside = yield* WorldRuntime
    if (placeholder === "$captcha") {
      const captcha = yield* (yield* SingleWindow).captcha
      return { id: captcha.id, answer: yield* Effect.orDie(outside.answerCaptcha(captcha.id)) }
    }
    if (placeholder === "$sms") {
      const sms = yield* outside.lastSms(deed.mobile ?? "")
      return sms?.code ?? (yield* Effect.fail(new Unsent()))
    }
    const request = (yield* outside.bankRequests).findLast((sent) => sent.account === account)
    if (request === undefined) return yield* Effect.fail(new Unsent())
    const variant = placeholder.slice("$bankReturn".length + 1)
    return yield* Effect.orDie(
      outside.bankReturn(request.requestId, variant === "" ? "right" : (variant as BankReturnVariant))
    )
  })

/** A command ready to be sent, as often as one likes. */
export interface Ready {
  readonly deed: Deed
  readonly actor: Actor
  readonly account: string | undefined
  readonly input: unknown
}

export const prepare = (deed: Deed): Effect.Effect<Ready | Came, never, SingleWindow | Ledger | WorldRuntime> =>
  Effect.gen(function* () {
    const actor = yield* actorFor(deed.as)
    const account = yield* subjectOf(deed, actor)
    const values = new Map<string, unknown>()
    for (const { text } of placeholdersIn(deed.with ?? {}))
      if (!values.has(text)) values.set(text, yield* standsFor(deed, account, text))
    return { deed, actor, account, input: filled(deed.with ?? {}, (text) => values.get(text)) }
  }).pipe(
    Effect.catchAll((error) =>
      Effect.succeed<Came>(
        error instanceof Unsent ? { kind: "unsent" } : { kind: "refused", refusal: refusalView(error) }
      )
    )
  )

export interface Sending {
  readonly leaveAt?: number | undefined
  readonly key?: string | undefined
  /** Somebody else's session, or one that was ended. */
  readonly actor?: Actor
  readonly mishap?: Logged["mishap"]
}

export interface Sent {
  readonly came: Came
  readonly logged: Omit<Logged, "number">
  readonly violation?: Violation
}

const cameOf = (exit: Exit.Exit<unknown, Refusal>): Came | { readonly kind: "defect"; readonly message: string } => {
  if (exit._tag === "Success") return { kind: "done", result: exit.value }
  const failure = Cause.failureOption(exit.cause)
  if (failure._tag === "Some") return { kind: "refused", refusal: refusalView(failure.value) }
  if (Cause.isInterruptedOnly(exit.cause)) return { kind: "unheard" }
  const defect = Cause.squash(exit.cause)
  return { kind: "defect", message: defect instanceof Error ? defect.message : String(defect) }
}

const endingOf = (came: Came): Ending =>
  came.kind === "refused" ? (came.refusal as RefusalView).tag : came.kind === "done" ? "done" : "unheard"

const withCard = <A, E, R>(card: string | undefined, command: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    if (card === undefined) return yield* command
    const outside = yield* WorldRuntime
    yield* Effect.orDie(outside.insert(card))
    return yield* Effect.ensuring(command, outside.remove)
  })

/** Sends a command to the front door, with a witness by. */
export const send = ({ deed, actor, account, input }: Ready, sending: Sending = {}) =>
  Effect.gen(function* () {
    const door = yield* SingleWindow
    const witness = yield* Witness
    const subject = deed.with?.subject
    const code = typeof input === "object" && input !== null && "code" in input ? String(input.code) : undefined
    const command = door.executeJson(sending.actor ?? actor, deed.do, input, {
      ...(deed.on === undefined ? {} : { account: deed.on }),
      ...(deed.reason === undefined ? {} : { reason: deed.reason }),
      ...(sending.key === undefined ? {} : { idempotencyKey: sending.key })
    })
    const seen: Seen<unknown, Refusal> = yield* witness.during(
      { account, subject: typeof subject === "string" ? subject : undefined, code, leaveAt: sending.leaveAt },
      withCard(deed.card, command)
    )
    const came = cameOf(seen.exit)
    const { at, answers, wrote } = seen
    const logged = {
      at,
      deed,
      answers,
      wrote,
      account,
      ...(sending.mishap === undefined ? {} : { mishap: sending.mishap })
    }
    if (came.kind !== "defect") return { came, logged: { ...logged, ending: endingOf(came) } } satisfies Sent
    const violation: Violation = {
      invariant: "I-0",
      account: account ?? "",
      username: deed.about?.username ?? "",
      what: "defect",
      facts: { command: deed.do, message: came.message }
    }
    return { came: { kind: "unheard" }, logged: { ...logged, ending: "defect" }, violation } satisfies Sent
  })

export const ask = ({ ask: name, as }: Query): Effect.Effect<Came, never, SingleWindow | WorldRuntime> =>
  Effect.gen(function* () {
    const door = yield* SingleWindow
    const actor = yield* actorFor(as)
    const result: unknown = yield* door.ask(actor, name, {})
    return { kind: "done", result } satisfies Came
  }).pipe(Effect.catchAll((refusal) => Effect.succeed<Came>({ kind: "refused", refusal: refusalView(refusal) })))

/** Whether a session was ended since: by a change of password, a reset or a deletion. */
export const isEnded = (actor: Actor | undefined) =>
  Effect.gen(function* () {
    if (actor?._tag !== "AccountHolder") return false
    const loaded = yield* (yield* Store).load(actor.account as AccountId)
    return loaded === undefined || loaded.account.deleted || loaded.account.logIn.epoch !== actor.epoch
  })

export const timeNow = Clock.currentTimeMillis
