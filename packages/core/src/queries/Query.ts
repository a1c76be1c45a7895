import type * as Effect from "effect/Effect"
import type * as Schema from "effect/Schema"
import type { Permission } from "../commands/Permission.js"
import type { Account } from "../domain/Account.js"
import type { Actor } from "../domain/Actor.js"
import type { Policy } from "../domain/Policy.js"
import type { Refusal } from "../Refusal.js"
import type { Loaded, Store } from "../store/Store.js"

export interface QueryContext {
  readonly actor: Actor
  readonly now: number
  readonly today: string
  readonly policy: Policy
}
export interface SubjectQueryContext extends QueryContext {
  readonly subject: Loaded
}
export interface ManagingQueryContext extends QueryContext {
  readonly administrator: Account
}

interface Shape<Name extends string, Input, Encoded> {
  readonly name: Name
  readonly input: Schema.Schema<Input, Encoded>
  readonly may: Permission
}

/** A query reads and never writes; `about` says what the front door resolves before it runs. */
export interface FreeQuery<Name extends string, Input, Encoded, Result> extends Shape<Name, Input, Encoded> {
  readonly about: "anything"
  readonly run: (context: QueryContext, input: Input) => Effect.Effect<Result, Refusal, Store>
}
export interface SubjectQuery<Name extends string, Input, Encoded, Result> extends Shape<Name, Input, Encoded> {
  readonly about: "account"
  readonly run: (context: SubjectQueryContext, input: Input) => Effect.Effect<Result, Refusal, Store>
}
export interface ManagingQuery<Name extends string, Input, Encoded, Result> extends Shape<Name, Input, Encoded> {
  readonly about: "enterprise"
  readonly run: (context: ManagingQueryContext, input: Input) => Effect.Effect<Result, Refusal, Store>
}

export const aboutAnything = <const Name extends string, Input, Encoded, Result>(
  query: Omit<FreeQuery<Name, Input, Encoded, Result>, "about">
): FreeQuery<Name, Input, Encoded, Result> => ({ about: "anything", ...query })

export const aboutAccount = <const Name extends string, Input, Encoded, Result>(
  query: Omit<SubjectQuery<Name, Input, Encoded, Result>, "about">
): SubjectQuery<Name, Input, Encoded, Result> => ({ about: "account", ...query })

export const aboutEnterprise = <const Name extends string, Input, Encoded, Result>(
  query: Omit<ManagingQuery<Name, Input, Encoded, Result>, "about">
): ManagingQuery<Name, Input, Encoded, Result> => ({ about: "enterprise", ...query })
