import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Command from "./commands/Command.js"
import { decodeCommandName, decodeInput } from "./commands/decode.js"
import { NotFound, type Permission, Stale } from "./commands/Permission.js"
import { type CommandName, type InputOf, type ResultOf, registry } from "./commands/registry.js"
import type { Account } from "./domain/Account.js"
import { type Actor, actorLabel } from "./domain/Actor.js"
import { FieldInvalid } from "./domain/FieldInvalid.js"
import { CurrentPolicy } from "./domain/Policy.js"
import { chinaDate } from "./domain/time.js"
import type { PortName } from "./domain/Verdict.js"
import { actorOf, administratorOf, presentAs, reachOf, reasonOf, subjectOf } from "./FrontDoor.js"
import { evolveAll } from "./flows/AccountLife.js"
import { type Captcha, CaptchaGate } from "./ports/CaptchaGate.js"
import type { Ports } from "./ports/index.js"
import { Vault } from "./ports/Vault.js"
import { verifierUnavailable } from "./ports/VerifierUnavailable.js"
import type { QueryContext } from "./queries/Query.js"
import { type QueryInputOf, type QueryName, type QueryResultOf, queries } from "./queries/registry.js"
import type { Refusal } from "./Refusal.js"
import { rehearsing } from "./rehearsal.js"
import { AdministratorRequired, DocumentUniqueness, InitialPassword, UsernameFormat } from "./rules/index.js"
import type { ClaimKind } from "./store/Claims.js"
import { type Change, type Commit, type CommitResult, type Loaded, Store } from "./store/Store.js"

/** What goes with a command beside its own fields. */
export interface Envelope {
  /** The account that staff act on, by user name. */
  readonly account?: string
  /** Why; always for staff, kept with every event. */
  readonly reason?: string
  /** Makes a command that was sent twice happen once: the second is answered with the first's answer. */
  readonly idempotencyKey?: string
}

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

/** How often a command is decided again when somebody else wrote first; one that rests on a verdict never is. */
const REDECISIONS = 6

const refusalForClaim = (kind: ClaimKind): Refusal => {
  switch (kind) {
    case "username":
      return new UsernameFormat.UsernameTaken()
    case "migrated-name":
      return new UsernameFormat.UsernameReserved()
    case "document":
      return new DocumentUniqueness.DocumentAlreadyInEnterprise()
    case "administrator":
      return new AdministratorRequired.AdministratorAlreadyRegistered()
    case "card":
      return new FieldInvalid({ field: "card", problem: "bound-to-another-account" })
  }
}

/** The commands seen alike; the table's own types are what callers see. */
interface AnyCommand {
  readonly name: CommandName
  readonly kind: "free" | "own" | "managing"
  readonly may: Permission
  readonly run: (
    context: Command.Context,
    input: unknown
  ) => Effect.Effect<Command.Decision<unknown>, Refusal, Ports | Store>
}

interface AnyQuery {
  readonly about: "anything" | "account" | "enterprise"
  readonly may: Permission
  readonly run: (context: QueryContext, input: unknown) => Effect.Effect<unknown, Refusal, Store>
}

const accountIn = (input: unknown): string | undefined =>
  typeof input === "object" && input !== null && "account" in input && typeof input.account === "string"
    ? input.account
    : undefined

const reasonIn = (input: unknown): string | undefined =>
  typeof input === "object" && input !== null && "reason" in input && typeof input.reason === "string"
    ? input.reason
    : undefined

const afterOf = (changes: ReadonlyArray<Change>, now: number): ReadonlyArray<Account> =>
  changes.flatMap((change) => evolveAll(change.before?.account, change.events, now) ?? [])

interface Way {
  readonly commit: (commit: Commit) => Effect.Effect<CommitResult, Refusal>
  readonly commitAll: (commits: ReadonlyArray<Commit>) => Effect.Effect<ReadonlyArray<CommitResult>, Refusal>
  readonly dry: boolean
}

const make = Effect.gen(function* () {
  const store = yield* Store
  const policy = yield* CurrentPolicy
  const vault = yield* Vault
  const gate = yield* CaptchaGate
  const context = yield* Effect.context<Ports | Store>()

  /** Who acts on what, then the command's own decision, then the commit. */
  const attempt = (actor: Actor, command: AnyCommand, input: unknown, envelope: Envelope, way: Way) =>
    Effect.gen(function* () {
      const now = yield* Clock.currentTimeMillis
      const present = yield* presentAs(actor)
      const reach = yield* reachOf(present, command.may)
      const reason = yield* reasonOf(present, envelope.reason ?? reasonIn(input))
      if (present.own !== undefined) yield* InitialPassword.guard(present.own.account, command.name)
      const commitOf = (changes: ReadonlyArray<Change>): Commit => ({
        changes,
        at: now,
        actor: actorLabel(actor),
        ...(reason === undefined ? {} : { reason })
      })
      const commitNow: Command.Context["commitNow"] = (changes) =>
        Effect.flatMap(
          way.commit(commitOf(changes)),
          (result): Effect.Effect<ReadonlyArray<Loaded> | "conflict", Refusal> => {
            switch (result._tag) {
              case "Committed":
                return Effect.succeed(result.accounts)
              case "ClaimLost":
                return Effect.fail(refusalForClaim(result.kind))
              default:
                return Effect.succeed("conflict")
            }
          }
        )
      const commitEach: Command.Context["commitEach"] = (commits) => way.commitAll(commits.map(commitOf))
      const today = chinaDate(now)
      const base: Command.Context = { actor, now, today, policy, reason, commitNow, commitEach }
      const full =
        command.kind === "own"
          ? { ...base, subject: yield* subjectOf(present, reach, accountIn(input) ?? envelope.account) }
          : command.kind === "managing"
            ? { ...base, administrator: yield* administratorOf(present), self: present.own?.account.id }
            : base
      const decision = yield* command.run(full, input)
      return { decision, now, commitOf }
    })

  const settle = (
    actor: Actor,
    command: AnyCommand,
    input: unknown,
    envelope: Envelope,
    way: Way
  ): Effect.Effect<unknown, Refusal, Ports | Store> =>
    Effect.gen(function* () {
      const key = envelope.idempotencyKey
      const request =
        key === undefined
          ? ""
          : vault.fingerprint(JSON.stringify([actorLabel(actor), command.name, input, envelope.account ?? ""]))
      const repeated = (kept: { readonly request: string; readonly answer: string }) =>
        kept.request === request
          ? Effect.succeed(JSON.parse(kept.answer) as unknown)
          : Effect.fail(new FieldInvalid({ field: "idempotencyKey", problem: "used-for-another-command" }))
      if (key !== undefined) {
        const kept = yield* store.answered(key)
        if (kept !== undefined) return yield* repeated(kept)
      }
      for (let round = 0; round < REDECISIONS; round++) {
        const { decision, now, commitOf } = yield* attempt(actor, command, input, envelope, way)
        const after = afterOf(decision.changes, now)
        const keptBack = decision.refused !== undefined || (way.dry && decision.onRecord === true)
        const answer = keptBack ? undefined : decision.result(after)
        if (decision.changes.length === 0) {
          return decision.refused === undefined ? answer : yield* Effect.fail(decision.refused)
        }
        const committed = yield* way.commit({
          ...commitOf(decision.changes),
          ...(key === undefined || decision.refused !== undefined
            ? {}
            : { idempotency: { key, request, answer: JSON.stringify(answer) } })
        })
        switch (committed._tag) {
          case "Committed":
            if (decision.refused !== undefined) return yield* Effect.fail(decision.refused)
            if (decision.afterwards !== undefined && !way.dry) yield* decision.afterwards(committed.accounts)
            return answer
          case "ClaimLost":
            return yield* Effect.fail(refusalForClaim(committed.kind))
          case "AlreadyDone":
            return yield* repeated(committed)
          case "Conflict":
            if (decision.bound === true) return yield* Effect.fail(new Stale())
        }
      }
      return yield* Effect.fail(new Stale())
    })

  const commandOf = (name: CommandName): AnyCommand => registry[name] as unknown as AnyCommand
  const writing: Way = { commit: store.commit, commitAll: store.commitAll, dry: false }

  const run = (actor: Actor, name: CommandName, input: unknown, envelope: Envelope = {}) =>
    Effect.provide(settle(actor, commandOf(name), input, envelope, writing), context).pipe(
      Effect.withSpan("SingleWindow.execute", { attributes: { command: name } })
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
      return yield* query.run(full, input)
    }).pipe(Effect.provide(context))

  const fromJson = <A>(
    name: string,
    input: unknown,
    use: (name: CommandName, input: unknown) => Effect.Effect<A, Refusal>
  ): Effect.Effect<A, Refusal> =>
    Effect.gen(function* () {
      const known = yield* decodeCommandName(name)
      return yield* use(known, yield* decodeInput(known, input))
    })

  return SingleWindow.of({
    execute: (actor, name, input, envelope) =>
      run(actor, name, input, envelope) as Effect.Effect<ResultOf<typeof name>, Refusal>,
    executeJson: (actor, name, input, envelope) =>
      fromJson(name, input, (known, decoded) => run(actor, known, decoded, envelope)),
    rehearse: (actor, name, input, envelope) =>
      rehearseRun(actor, name, input, envelope) as Effect.Effect<Rehearsal<ResultOf<typeof name>>, Refusal>,
    rehearseJson: (actor, name, input, envelope) =>
      fromJson(name, input, (known, decoded) => rehearseRun(actor, known, decoded, envelope)),
    ask: (actor, name, input, envelope) =>
      answer(actor, name, input, envelope) as Effect.Effect<QueryResultOf<typeof name>, Refusal>,
    captcha: Effect.mapError(gate.issue, verifierUnavailable),
    actorFor: (username) =>
      Effect.flatMap(store.byUsername(username), (found) =>
        found === undefined ? Effect.fail(new NotFound()) : Effect.succeed(actorOf(found.account))
      )
  })
})
