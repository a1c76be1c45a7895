import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import type { CommandName, InputOf, ResultOf } from "./commands/registry.js"
import type { Actor } from "./domain/Actor.js"
import type { Captcha } from "./ports/CaptchaGate.js"
import type { QueryInputOf, QueryName, QueryResultOf } from "./queries/registry.js"
import type { Refusal } from "./Refusal.js"
import { type Envelope, type Rehearsal, SingleWindow } from "./SingleWindow.js"

/** An answer as a value: a refusal is an everyday answer and never thrown. */
export type Answer<A> =
  | { readonly ok: A; readonly refused?: undefined }
  | { readonly refused: Refusal; readonly ok?: undefined }

/** The front door for programs that do not use Effect. What is thrown is a defect, never a refusal. */
export interface SingleWindowPromise {
  readonly execute: <N extends CommandName>(
    actor: Actor,
    name: N,
    input: InputOf<N>,
    envelope?: Envelope
  ) => Promise<Answer<ResultOf<N>>>
  readonly executeJson: (actor: Actor, name: string, input: unknown, envelope?: Envelope) => Promise<Answer<unknown>>
  readonly rehearse: <N extends CommandName>(
    actor: Actor,
    name: N,
    input: InputOf<N>,
    envelope?: Envelope
  ) => Promise<Answer<Rehearsal<ResultOf<N>>>>
  readonly ask: <N extends QueryName>(
    actor: Actor,
    name: N,
    input: QueryInputOf<N>,
    envelope?: Pick<Envelope, "account">
  ) => Promise<Answer<QueryResultOf<N>>>
  readonly captcha: () => Promise<Answer<Captcha>>
  readonly actorFor: (username: string) => Promise<Answer<Actor>>
  /** Closes store and connections. */
  readonly close: () => Promise<void>
}

/** Opens a single window on a layer, such as `SingleWindow.layer` with a store and ports provided. */
export const open = <E>(layer: Layer.Layer<SingleWindow, E>): SingleWindowPromise => {
  const runtime = ManagedRuntime.make(layer)
  const answer = <A>(use: (door: SingleWindow["Type"]) => Effect.Effect<A, Refusal>): Promise<Answer<A>> =>
    runtime.runPromise(
      Effect.flatMap(SingleWindow, (door) =>
        Effect.map(
          Effect.either(use(door)),
          Either.match({
            onLeft: (refused): Answer<A> => ({ refused }),
            onRight: (ok): Answer<A> => ({ ok })
          })
        )
      )
    )
  return {
    execute: (actor, name, input, envelope) => answer((door) => door.execute(actor, name, input, envelope)),
    executeJson: (actor, name, input, envelope) => answer((door) => door.executeJson(actor, name, input, envelope)),
    rehearse: (actor, name, input, envelope) => answer((door) => door.rehearse(actor, name, input, envelope)),
    ask: (actor, name, input, envelope) => answer((door) => door.ask(actor, name, input, envelope)),
    captcha: () => answer((door) => door.captcha),
    actorFor: (username) => answer((door) => door.actorFor(username)),
    close: () => runtime.dispose()
  }
}
