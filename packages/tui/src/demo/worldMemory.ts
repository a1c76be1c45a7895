import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { BankCode } from "@single-window/core"
import { World } from "@single-window/testkit"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Ref from "effect/Ref"
import * as Schema from "effect/Schema"

/** How many of each are kept: what a person at a command line goes on with are the last few. */
const MOST = 50

const Parameters = Schema.Record({ key: Schema.String, value: Schema.String })
const Memory = Schema.parseJson(
  Schema.Struct({
    messages: Schema.Array(
      Schema.Struct({ mobile: Schema.String, code: Schema.String, sentAt: Schema.Number, arrivesAt: Schema.Number })
    ),
    bankRequests: Schema.Array(
      Schema.Struct({
        requestId: Schema.String,
        bank: BankCode,
        account: Schema.String,
        enterprise: Schema.Struct({
          name: Schema.String,
          unifiedSocialCreditCode: Schema.String,
          organizationCode: Schema.String,
          legalRepresentativeName: Schema.String
        }),
        nonce: Schema.String,
        expiresAt: Schema.Number
      })
    ),
    bankReturns: Schema.Array(Parameters),
    pinFailures: Schema.Record({ key: Schema.String, value: Schema.Number })
  })
)

const decode = Schema.decodeUnknownOption(Memory)
const encode = Schema.encodeSync(Memory)

const textOf = (path: string): string => {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return ""
  }
}

const recall = (path: string) =>
  Effect.gen(function* () {
    const state = yield* World.WorldState
    const found = decode(textOf(path))
    if (found._tag === "None") return
    const { messages, bankRequests, bankReturns, pinFailures } = found.value
    yield* Ref.set(state.messages, messages)
    yield* Ref.set(state.bankRequests, new Map(bankRequests.map((request) => [request.requestId, request])))
    yield* Ref.set(state.bankReturnsRead, bankReturns)
    yield* Ref.set(state.pinFailures, new Map(Object.entries(pinFailures)))
  })

const keep = (path: string, failed: () => Effect.Effect<void>, state: World.WorldState["Type"]) =>
  Effect.gen(function* () {
    const text = encode({
      messages: (yield* Ref.get(state.messages)).slice(-MOST),
      bankRequests: [...(yield* Ref.get(state.bankRequests)).values()].slice(-MOST),
      bankReturns: (yield* Ref.get(state.bankReturnsRead)).slice(-MOST),
      pinFailures: Object.fromEntries(yield* Ref.get(state.pinFailures))
    })
    if (text === textOf(path)) return
    const draft = `${path}.${process.pid}`
    yield* Effect.try({
      try: () => {
        writeFileSync(draft, text, { mode: 0o600 })
        renameSync(draft, path)
      },
      catch: () => rmSync(draft, { force: true })
    }).pipe(Effect.catchAll(failed))
  })

/** The file in which a world is kept, and what is said when it cannot be. */
export interface Memory {
  readonly path: string
  readonly failed: () => Effect.Effect<void>
}

/** A port whose answers change the world: it is kept after each of them, for the program may be killed at any moment. */
export const remembering = <Id, Service>(
  port: Context.Tag<Id, Service>,
  mock: Layer.Layer<Id, never, World.WorldState>,
  { path, failed }: Memory,
  kept: (service: Service, keeps: <A, E>(answer: Effect.Effect<A, E>) => Effect.Effect<A, E>) => Service
): Layer.Layer<Id, never, World.WorldState> =>
  Layer.effect(
    port,
    Effect.zipWith(port, World.WorldState, (service, state) =>
      kept(service, (answer) => Effect.ensuring(answer, keep(path, failed, state)))
    )
  ).pipe(Layer.provide(mock))

/**
 * Lets a mock world go on where an earlier process left it, for one command is one process: an SMS sent by one is answered by the
 * next. Two at once do not mix their worlds; the one that ends last is remembered.
 */
export const layer = ({ path, failed }: Memory): Layer.Layer<never, never, World.WorldState> =>
  Layer.scopedDiscard(
    Effect.acquireRelease(recall(path), () => Effect.flatMap(World.WorldState, (state) => keep(path, failed, state)))
  )
