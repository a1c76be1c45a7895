import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { decodeCommandName, decodeFields, decodeInput } from "./commands/decode.js"
import { Text } from "./commands/fields.js"
import { NotFound, type Permission } from "./commands/Permission.js"
import { type CommandName, type InputOf, type ResultOf, registry } from "./commands/registry.js"
import type { Actor } from "./domain/Actor.js"
import { FieldInvalid } from "./domain/FieldInvalid.js"
import { CurrentPolicy } from "./domain/Policy.js"
import { chinaDate } from "./domain/time.js"
import type { PortName } from "./domain/Verdict.js"
import { actorOf, administratorOf, presentAs, reachOf, subjectOf } from "./FrontDoor.js"
import { type Captcha, CaptchaGate } from "./ports/CaptchaGate.js"
import type { Ports } from "./ports/index.js"
import { Vault } from "./ports/Vault.js"
import { verifierUnavailable } from "./ports/VerifierUnavailable.js"
import type { QueryContext } from "./queries/Query.js"
import { type QueryInputOf, type QueryName, type QueryResultOf, queries } from "./queries/registry.js"
import type { Refusal } from "./Refusal.js"
import { rehearsing } from "./rehearsal.js"
import { InitialPassword } from "./rules/index.js"
import { type AnyCommand, type Envelope, settling, type Way } from "./settling.js"
import { Store } from "./store/Store.js"

export type { Envelope } from "./settling.js"

/** What a command would do, without doing it. */
export interface Rehearsal<Result> {
  /** Absent when the answer hangs on a party that a rehearsal must not ask (a text message, a PIN, a bank), or on being on record. */
  readonly result?: Result
  /** Who would have to be asked, or could not be asked now. */
  readonly wouldAsk: ReadonlyArray<PortName>
  readonly events: ReadonlyArray<string>
}

export interface SingleWindowService {
  /** Takes an actor and a command, and answers with the command's own result or one refusal out of a closed union. */
  readonly execute: <N extends CommandName>(
    actor: Actor,
    name: N,
    input: InputOf<N>,
    envelope?: Envelope
  ) => Effect.Effect<ResultOf<N>, Refusal>
  /** The same from JSON, where names and fields are not known to be right. */
  readonly executeJson: (
    actor: Actor,
    name: string,
    input: unknown,
    envelope?: Envelope
  ) => Effect.Effect<unknown, Refusal>
  /** The exact refusal or result of a command, and what it would void, without writing. */
  readonly rehearse: <N extends CommandName>(
    actor: Actor,
    name: N,
    input: InputOf<N>,
    envelope?: Envelope
  ) => Effect.Effect<Rehearsal<ResultOf<N>>, Refusal>
  readonly rehearseJson: (
    actor: Actor,
    name: string,
    input: unknown,
    envelope?: Envelope
  ) => Effect.Effect<Rehearsal<unknown>, Refusal>
  /** Answers a query; it writes nothing. `account` names the account that staff ask about. */
  readonly ask: <N extends QueryName>(
    actor: Actor,
    name: N,
    input: QueryInputOf<N>,
    envelope?: Pick<Envelope, "account">
  ) => Effect.Effect<QueryResultOf<N>, Refusal>
  /** A new captcha for `LogIn`. */
  readonly captcha: Effect.Effect<Captcha, Refusal>
  /** The actor for an account holder whom the embedding host has logged in by its own means. */
  readonly actorFor: (username: string) => Effect.Effect<Actor, Refusal>
}

/** The front door: the only way in. */
export class SingleWindow extends Context.Tag("@single-window/core/SingleWindow")<SingleWindow, SingleWindowService>() {
  static readonly layer: Layer.Layer<SingleWindow, never, Store | CurrentPolicy | Ports> = Layer.effect(
    this,
    Effect.suspend(() => make)
  )
}

/** An envelope from outside: a host may hand on what it was sent. */
const EnvelopeFields = Schema.Struct({
  account: Schema.optional(Text),
  reason: Schema.optional(Text),
  idempotencyKey: Schema.optional(Text)
})

interface AnyQuery {
  readonly input: Schema.Schema<unknown>
  readonly about: "anything" | "account" | "enterprise"
  readonly may: Permission
  readonly run: (context: QueryContext, input: unknown) => Effect.Effect<unknown, Refusal, Store>
}

const make = Effect.gen(function* () {
  const store = yield* Store
  const policy = yield* CurrentPolicy
  const vault = yield* Vault
  const gate = yield* CaptchaGate
  const context = yield* Effect.context<Ports | Store>()

  const settle = settling(store, vault, policy)
  const commandOf = (name: CommandName): AnyCommand => registry[name] as unknown as AnyCommand
  const writing: Way = { commit: store.commit, commitAll: store.commitAll, dry: false }

  const run = (actor: Actor, name: CommandName, input: unknown, envelope: Envelope = {}) =>
    Effect.provide(settle(actor, commandOf(name), input, envelope, writing), context).pipe(
      // Where it was called from says nothing: every command comes through this line.
      Effect.withSpan("SingleWindow.execute", { attributes: { command: name }, captureStackTrace: false })
    )

  const rehearseRun = (actor: Actor, name: CommandName, input: unknown, envelope: Envelope = {}) =>
    rehearsing(context, (events, ports) => {
      const commit: Way["commit"] = (rehearsed) =>
        Effect.suspend(() => {
          for (const change of rehearsed.changes) events.push(...change.events.map((event) => event._tag))
          return store.rehearse(rehearsed)
        })
      const way: Way = { dry: true, commit, commitAll: (commits) => Effect.forEach(commits, commit) }
      const alone: Envelope = { ...envelope, idempotencyKey: undefined }
      return Effect.provide(settle(actor, commandOf(name), input, alone, way), ports)
    })

  const answer = (actor: Actor, name: QueryName, input: unknown, envelope: Pick<Envelope, "account"> = {}) =>
    Effect.gen(function* () {
      if (!Object.hasOwn(queries, name)) {
        return yield* Effect.fail(new FieldInvalid({ field: "query", problem: "unknown" }))
      }
      const query = queries[name] as unknown as AnyQuery
      const now = yield* Clock.currentTimeMillis
      const present = yield* presentAs(actor)
      const reach = yield* reachOf(present, query.may)
      if (present.own !== undefined) yield* InitialPassword.guard(present.own.account, name)
      const base = { actor, now, today: chinaDate(now), policy }
      const full =
        query.about === "account"
          ? { ...base, subject: yield* subjectOf(present, reach, envelope.account) }
          : query.about === "enterprise"
            ? { ...base, administrator: yield* administratorOf(present) }
            : base
      return yield* query.run(full, yield* decodeFields(query.input, input))
    }).pipe(Effect.provide(context))

  const fromJson = <A>(
    name: string,
    input: unknown,
    envelope: unknown,
    use: (name: CommandName, input: unknown) => Effect.Effect<A, Refusal>
  ): Effect.Effect<A, Refusal> =>
    Effect.gen(function* () {
      const known = yield* decodeCommandName(name)
      yield* decodeFields(EnvelopeFields, envelope ?? {})
      return yield* use(known, yield* decodeInput(known, input))
    })

  return SingleWindow.of({
    execute: (actor, name, input, envelope) =>
      run(actor, name, input, envelope) as Effect.Effect<ResultOf<typeof name>, Refusal>,
    executeJson: (actor, name, input, envelope) =>
      fromJson(name, input, envelope, (known, decoded) => run(actor, known, decoded, envelope)),
    rehearse: (actor, name, input, envelope) =>
      rehearseRun(actor, name, input, envelope) as Effect.Effect<Rehearsal<ResultOf<typeof name>>, Refusal>,
    rehearseJson: (actor, name, input, envelope) =>
      fromJson(name, input, envelope, (known, decoded) => rehearseRun(actor, known, decoded, envelope)),
    ask: (actor, name, input, envelope) =>
      answer(actor, name, input, envelope) as Effect.Effect<QueryResultOf<typeof name>, Refusal>,
    captcha: Effect.mapError(gate.issue, verifierUnavailable),
    actorFor: (username) =>
      Effect.flatMap(store.byUsername(username), (found) =>
        found === undefined ? Effect.fail(new NotFound()) : Effect.succeed(actorOf(found.account))
      )
  })
})
