import {
  CurrentPolicy,
  Ledger,
  layerMemory,
  Policy,
  type refusalView,
  SingleWindow,
  Store,
  type Unavailable
} from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import { Effect, Layer, Logger, Schema, Stream } from "effect"

/** A whole single window on the personas' world and the machine's clock, some of whose ports are real. */
export const frontDoor = <A>(real: Layer.Layer<A, Unavailable>): Layer.Layer<World.Everything | A> =>
  SingleWindow.layer.pipe(
    Layer.provideMerge(Store.layer),
    Layer.provideMerge(
      Layer.mergeAll(
        layerMemory,
        Layer.sync(CurrentPolicy, () => Schema.decodeUnknownSync(Policy)({})),
        Layer.merge(World.layer(Personas.personasWorld), real),
        Logger.remove(Logger.defaultLogger)
      )
    ),
    Layer.orDie
  )

/** An uncertified account of one of the personas' enterprises. */
export const seeded = (username: string, holder: Personas.PersonaName = "zhangWei") =>
  Effect.zipRight(
    World.seed({
      username,
      source: "ciq",
      enterprise: Personas.enterpriseOf("tongda"),
      holder: Personas.holderOf(holder),
      password: "Init#2022"
    }),
    Effect.flatMap(SingleWindow, (door) => door.actorFor(username))
  )

/** The account as it is kept, and how long the journal is. */
export const kept = (username: string) =>
  Effect.gen(function* () {
    const found = yield* (yield* Store).byUsername(username)
    const length = yield* Stream.runCount((yield* Ledger).journal(0))
    return { account: found?.account, length }
  })

/** The tag of a refusal; "ok" for an answer. */
export const tagOf = <A, R>(answer: Effect.Effect<A, Parameters<typeof refusalView>[0], R>) =>
  Effect.match(answer, { onFailure: ({ _tag }): string => _tag, onSuccess: () => "ok" })
