import { CardReader } from "@single-window/core"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as FiberRef from "effect/FiberRef"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"

/** The PIN of the command that is begun with it, and of nothing else. */
const typed = FiberRef.unsafeMake<Redacted.Redacted | undefined>(undefined)

/** Begins a command whose input has no PIN with the one that was typed on the screen; without one the reader asks for it itself. */
export const withPin =
  (pin: string) =>
  <A, E, R>(work: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    pin === "" ? work : Effect.locally(work, typed, Redacted.make(pin))

const handing = ({ authenticate }: CardReader["Type"]): CardReader["Type"] => ({
  authenticate: (challenge) =>
    Effect.flatMap(FiberRef.get(typed), (pin) =>
      authenticate(pin === undefined || challenge.pin !== undefined ? challenge : { ...challenge, pin })
    )
})

/** A reader that is handed what was typed, for log-in and binding. */
export const handedPin = <E, R>(reader: Layer.Layer<CardReader, E, R>): Layer.Layer<CardReader, E, R> =>
  Layer.map(reader, (context) => Context.make(CardReader, handing(Context.get(context, CardReader))))
