import {
  Actor,
  type Captcha,
  type CommandName,
  type Envelope,
  type InputOf,
  type QueryInputOf,
  type QueryName,
  type QueryResultOf,
  type Refusal,
  type Rehearsal,
  type ResultOf,
  SingleWindow
} from "@single-window/core"
import * as Effect from "effect/Effect"
import { useMemo } from "react"
import { useShell } from "../terminal/Shell.js"

/** The front door as the person at the terminal finds it. */
export interface Door {
  readonly execute: <N extends CommandName>(
    name: N,
    input: InputOf<N>,
    envelope?: Envelope
  ) => Effect.Effect<ResultOf<N>, Refusal, SingleWindow>
  readonly rehearse: <N extends CommandName>(
    name: N,
    input: InputOf<N>,
    envelope?: Envelope
  ) => Effect.Effect<Rehearsal<ResultOf<N>>, Refusal, SingleWindow>
  readonly ask: <N extends QueryName>(
    name: N,
    input: QueryInputOf<N>,
    account?: string
  ) => Effect.Effect<QueryResultOf<N>, Refusal, SingleWindow>
  readonly captcha: Effect.Effect<Captcha, Refusal, SingleWindow>
}

export const doorFor = (actor: Actor): Door => ({
  execute: (name, input, envelope) =>
    Effect.flatMap(SingleWindow, (door) => door.execute(actor, name, input, envelope)),
  rehearse: (name, input, envelope) =>
    Effect.flatMap(SingleWindow, (door) => door.rehearse(actor, name, input, envelope)),
  ask: (name, input, account) =>
    Effect.flatMap(SingleWindow, (door) => door.ask(actor, name, input, account === undefined ? {} : { account })),
  captcha: Effect.flatMap(SingleWindow, (door) => door.captcha)
})

/** What the session may ask and do: effects for `useRun`. */
export const useDoor = (): Door => {
  const { session } = useShell()
  return useMemo(() => doorFor(session?.actor ?? Actor.Anonymous()), [session])
}
