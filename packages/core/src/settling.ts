import * as Clock from "effect/Clock"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type * as Command from "./commands/Command.js"
import { type Permission, Stale } from "./commands/Permission.js"
import type { CommandName } from "./commands/registry.js"
import type { Account } from "./domain/Account.js"
import { type Actor, actorLabel } from "./domain/Actor.js"
import { FieldInvalid } from "./domain/FieldInvalid.js"
import type { Policy } from "./domain/Policy.js"
import { chinaDate } from "./domain/time.js"
import { administratorOf, presentAs, reachOf, reasonOf, subjectOf } from "./FrontDoor.js"
import { evolveAll } from "./flows/AccountLife.js"
import type { Ports } from "./ports/index.js"
import type { Vault } from "./ports/Vault.js"
import type { Refusal } from "./Refusal.js"
import { AdministratorRequired, DocumentUniqueness, InitialPassword, UsernameFormat } from "./rules/index.js"
import { type ClaimKind, documentClaim } from "./store/Claims.js"
import { type Change, type Commit, type CommitResult, type Loaded, Store } from "./store/Store.js"
import { twins } from "./twins.js"

/** What goes with a command beside its own fields. */
export interface Envelope {
  /** The account that staff act on, by user name. */
  readonly account?: string
  /** Why; always for staff, kept with every event. */
  readonly reason?: string
  /** Makes a command that was sent twice happen once: the second is answered with the first's answer. */
  readonly idempotencyKey?: string
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
export interface AnyCommand {
  readonly name: CommandName
  readonly kind: "free" | "own" | "managing"
  readonly may: Permission
  readonly run: (
    context: Command.Context,
    input: unknown
  ) => Effect.Effect<Command.Decision<unknown>, Refusal, Ports | Store>
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

/** How commits are made: for good, or as if. */
export interface Way {
  readonly commit: (commit: Commit) => Effect.Effect<CommitResult, Refusal>
  readonly commitAll: (commits: ReadonlyArray<Commit>) => Effect.Effect<ReadonlyArray<CommitResult>, Refusal>
  readonly dry: boolean
}

interface Kept {
  readonly request: string
  readonly answer: string
}
type Settled =
  | { readonly answer: unknown; readonly kept?: undefined }
  | { readonly kept: Kept; readonly answer?: undefined }

/** The one account that holds, in the store, the document that this one would hold: it may be the same. */
const holdersOf: Command.DocumentHolders = (account) =>
  Effect.gen(function* () {
    const store = yield* Store
    const held = DocumentUniqueness.heldBy(account)
    const owner = held === undefined ? undefined : yield* store.claimOwner(documentClaim(held))
    const holder = owner === undefined ? undefined : yield* store.load(owner)
    return holder === undefined ? [] : [holder.account]
  })

/** Who acts, without the session: two cards whose numbers end alike are two. */
const identityOf = (actor: Actor): string =>
  actor._tag === "LegalPersonCard" ? `card:${actor.organizationCode}/${actor.cardNumber}` : actorLabel(actor)

/** A session that has ended hears nothing more, but that it was its own change of the password that ended it. */
const mayHearAgain = (actor: Actor, name: CommandName) =>
  presentAs(actor).pipe(
    Effect.asVoid,
    Effect.catchTag("NotPermitted", (ended) =>
      Effect.gen(function* () {
        if (actor._tag !== "AccountHolder" || name !== "ChangePassword") return yield* Effect.fail(ended)
        const own = yield* (yield* Store).load(actor.account as Account["id"])
        const mine = own !== undefined && !own.account.deleted && own.account.logIn.epoch === actor.epoch + 1
        return mine ? undefined : yield* Effect.fail(ended)
      })
    )
  )

const usedForAnother = new FieldInvalid({ field: "idempotencyKey", problem: "used-for-another-command" })

/** Takes a command from the actor to its commit: who may, what is decided, what is written, and once only under its key. */
export const settling = (store: Context.Tag.Service<Store>, vault: Context.Tag.Service<Vault>, policy: Policy) => {
  const once = twins<unknown, Refusal>()

  /** Who acts on what, then the command's own decision, then the commit. */
  const attempt = (actor: Actor, command: AnyCommand, input: unknown, envelope: Envelope, way: Way) =>
    Effect.gen(function* () {
      const now = yield* Clock.currentTimeMillis
      const present = yield* presentAs(actor)
      const reach = yield* reachOf(present, command.may)
      const reason = yield* reasonOf(present, envelope.reason?.trim() ? envelope.reason : reasonIn(input))
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
      const documentHolders: Command.DocumentHolders = (account) => (way.dry ? Effect.succeed([]) : holdersOf(account))
      const today = chinaDate(now)
      const base: Command.Context = { actor, now, today, policy, reason, commitNow, commitEach, documentHolders }
      const full =
        command.kind === "own"
          ? { ...base, subject: yield* subjectOf(present, reach, accountIn(input) ?? envelope.account) }
          : command.kind === "managing"
            ? { ...base, administrator: yield* administratorOf(present), self: present.own?.account.id }
            : base
      const decision = yield* command.run(full, input)
      return { decision, now, commitOf }
    })

  /** The same actor on the same command with the same fields: what a key stands for. */
  const requestOf = (actor: Actor, command: AnyCommand, input: unknown, envelope: Envelope): string =>
    vault.fingerprint(JSON.stringify([identityOf(actor), command.name, input, envelope.account ?? ""]))

  const decideAndCommit = (
    actor: Actor,
    command: AnyCommand,
    input: unknown,
    envelope: Envelope,
    way: Way,
    idempotency: { readonly key: string; readonly request: string } | undefined
  ): Effect.Effect<Settled, Refusal, Ports | Store> =>
    Effect.gen(function* () {
      const decided = attempt(actor, command, input, envelope, way)
      let next = decided
      for (let round = 0; round < REDECISIONS; round++) {
        const { decision, now, commitOf } = yield* next
        const { refused, changes, afterwards } = decision
        const keptBack = refused !== undefined || (way.dry && decision.onRecord === true)
        const answer = keptBack ? undefined : decision.result(afterOf(changes, now))
        if (changes.length === 0) return refused === undefined ? { answer } : yield* Effect.fail(refused)
        const keep =
          // What must be put on record each time it is seen is never given out again from what was kept.
          idempotency === undefined || refused !== undefined || decision.onRecord === true
            ? undefined
            : { ...idempotency, answer: JSON.stringify(answer) }
        const committed = yield* way.commit({
          ...commitOf(changes),
          // What follows the commit can still fail, and then the answer was never given.
          ...(keep === undefined || afterwards !== undefined ? {} : { idempotency: keep })
        })
        switch (committed._tag) {
          case "Committed":
            if (refused !== undefined) return yield* Effect.fail(refused)
            if (afterwards !== undefined && !way.dry) {
              yield* afterwards(committed.accounts)
              if (keep !== undefined) {
                yield* way.commit({ ...commitOf([]), idempotency: { ...keep, sealedFor: committed.accounts[0] } })
              }
            }
            return { answer }
          case "ClaimLost":
            return yield* Effect.fail(refusalForClaim(committed.kind))
          case "AlreadyDone":
            return { kept: committed }
          case "Conflict":
            if (decision.onConflict !== undefined) {
              next = Effect.map(decision.onConflict, (again) => ({ decision: again, now, commitOf }))
            } else if (decision.bound === true) return yield* Effect.fail(new Stale())
            else next = decided
        }
      }
      return yield* Effect.fail(new Stale())
    })

  return (
    actor: Actor,
    command: AnyCommand,
    input: unknown,
    envelope: Envelope,
    way: Way
  ): Effect.Effect<unknown, Refusal, Ports | Store> =>
    Effect.gen(function* () {
      const key = envelope.idempotencyKey
      if (key === undefined) {
        const { answer } = yield* decideAndCommit(actor, command, input, envelope, way, undefined)
        return answer
      }
      const request = requestOf(actor, command, input, envelope)
      const repeated = (kept: Kept) =>
        Effect.zipRight(
          mayHearAgain(actor, command.name),
          kept.request === request ? Effect.succeed(JSON.parse(kept.answer) as unknown) : Effect.fail(usedForAnother)
        )
      const run = Effect.gen(function* () {
        const before = yield* store.answered(key)
        if (before !== undefined) return yield* repeated(before)
        return yield* decideAndCommit(actor, command, input, envelope, way, { key, request }).pipe(
          Effect.flatMap((settled) =>
            settled.kept === undefined ? Effect.succeed(settled.answer) : repeated(settled.kept)
          ),
          // The same command may have been done by its twin in another process, and what refused this one is only the twin's effect.
          Effect.catchAll((refusal) =>
            Effect.flatMap(store.answered(key), (kept) => (kept === undefined ? Effect.fail(refusal) : repeated(kept)))
          )
        )
      })
      return yield* once(key, request, run, Effect.fail(usedForAnother))
    })
}
