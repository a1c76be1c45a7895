import type * as Effect from "effect/Effect"
import type * as Schema from "effect/Schema"
import type { Account, AccountId } from "../domain/Account.js"
import type { Actor } from "../domain/Actor.js"
import type { Policy } from "../domain/Policy.js"
import type { Refusal } from "../Refusal.js"
import type { StoreUnavailable } from "../store/Ledger.js"
import type { Change, CommitResult, Loaded, Store } from "../store/Store.js"
import type { Permission } from "./Permission.js"

/** Everything a command knows beside its own fields. Time is data: epoch milliseconds, and the date in China. */
export interface Context {
  readonly actor: Actor
  readonly now: number
  /** YYYYMMDD in China, wherever the program runs. */
  readonly today: string
  readonly policy: Policy
  readonly reason: string | undefined
  /** Commits at once, for what must be on record before the answer is known. Answers with the accounts as they then stand. */
  readonly commitNow: (
    changes: ReadonlyArray<Change>
  ) => Effect.Effect<ReadonlyArray<Loaded> | "conflict", Refusal, Store>
  /** Many commits handed over at once, each with its own answer. */
  readonly commitEach: (
    commits: ReadonlyArray<ReadonlyArray<Change>>
  ) => Effect.Effect<ReadonlyArray<CommitResult>, Refusal, Store>
  readonly documentHolders: DocumentHolders
}

/** Who holds the document that an account would hold; nobody in a rehearsal, which could otherwise be used to guess somebody's number. */
export type DocumentHolders = (account: Account) => Effect.Effect<ReadonlyArray<Account>, StoreUnavailable, Store>

/** A command on one account: the actor's own, or the one that staff name. */
export interface OwnContext extends Context {
  readonly subject: Loaded
}

/** A command of an enterprise's administrator, by user name or by legal-person card. */
export interface ManagingContext extends Context {
  readonly administrator: Account
  /** The administrator's own account when that is who acts: it cannot be its own target. */
  readonly self: AccountId | undefined
}

/** What a command decided: events to commit, and the answer once they are. A refusal can have events as well: a spent attempt. */
export interface Decision<Result> {
  readonly changes: ReadonlyArray<Change>
  /** Called with the accounts as committed, in the order of `changes`. */
  readonly result: (after: ReadonlyArray<Account>) => Result
  readonly refused?: Refusal
  /** An outside answer went into it: it holds for the version that was read and no other. */
  readonly bound?: boolean
  /** When somebody wrote first: decides on what is there now without asking anybody a second time. */
  readonly onConflict?: Effect.Effect<Decision<Result>, Refusal, Store>
  /** The answer shows what may be seen only once that is on record: a rehearsal keeps it back. */
  readonly onRecord?: boolean
  /** What follows the commit, such as a message that must not go out twice. */
  readonly afterwards?: (after: ReadonlyArray<Loaded>) => Effect.Effect<void, Refusal, Store>
}

export type Run<C extends Context, Input, Result, R> = (
  context: C,
  input: Input
) => Effect.Effect<Decision<Result>, Refusal | StoreUnavailable, R>

interface Shape<Name extends string, Input, Encoded> {
  readonly name: Name
  /** What the command takes, from JSON; fields not listed here are refused. */
  readonly input: Schema.Schema<Input, Encoded>
  /** Fields that never appear in a log. */
  readonly secrets?: ReadonlyArray<string>
  readonly may: Permission
}

export interface FreeCommand<Name extends string, Input, Encoded, Result, R> extends Shape<Name, Input, Encoded> {
  readonly kind: "free"
  readonly run: Run<Context, Input, Result, R>
}
export interface OwnCommand<Name extends string, Input, Encoded, Result, R> extends Shape<Name, Input, Encoded> {
  readonly kind: "own"
  readonly run: Run<OwnContext, Input, Result, R>
}
export interface ManagingCommand<Name extends string, Input, Encoded, Result, R> extends Shape<Name, Input, Encoded> {
  readonly kind: "managing"
  readonly run: Run<ManagingContext, Input, Result, R>
}

export const free = <const Name extends string, Input, Encoded, Result, R>(
  command: Omit<FreeCommand<Name, Input, Encoded, Result, R>, "kind">
): FreeCommand<Name, Input, Encoded, Result, R> => ({ kind: "free", ...command })

export const own = <const Name extends string, Input, Encoded, Result, R>(
  command: Omit<OwnCommand<Name, Input, Encoded, Result, R>, "kind">
): OwnCommand<Name, Input, Encoded, Result, R> => ({ kind: "own", ...command })

export const managing = <const Name extends string, Input, Encoded, Result, R>(
  command: Omit<ManagingCommand<Name, Input, Encoded, Result, R>, "kind">
): ManagingCommand<Name, Input, Encoded, Result, R> => ({ kind: "managing", ...command })
