import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import type { EportCard, ServerTls, SignatureForm } from "../authority/index.js"
import { beforeTheLine, type ControlFault, controlFaults } from "./ControlFault.js"
import { Desk } from "./Desk.js"
import { type Received, run } from "./server.js"

export { beforeTheLine, type ControlFault, controlFaults, type Received }

export interface EportControlOptions {
  /** Wrong PINs in a row before a card locks. Default 5. */
  readonly pinTries?: number
  readonly prefix?: string
  /** SM2 signatures as cards give them, r‖s, or in DER. Default `raw`. */
  readonly signatureForm?: SignatureForm
  /** How late the fault `late` answers. Default 10 seconds. */
  readonly lateMillis?: number
  readonly tls?: ServerTls
}

/** The client control, played on loopback, with a desk that a test can reach over. */
export class EportControl extends Context.Tag("@single-window/testkit/EportControl")<
  EportControl,
  {
    /** ws:// or wss:// */
    readonly url: string
    readonly insert: (card: EportCard) => Effect.Effect<void>
    readonly remove: Effect.Effect<void>
    readonly setReader: (reader: "ready" | "missing") => Effect.Effect<void>
    /** Ends the control: nobody listens any more. */
    readonly quit: Effect.Effect<void>
    readonly triesLeft: (card: EportCard) => Effect.Effect<number>
    /** How often a PIN was entered, on any card. */
    readonly pinsEntered: Effect.Effect<number>
    readonly received: Effect.Effect<ReadonlyArray<Received>>
    /** From now on; the method is SpcSignDataAsPEM unless another is named. `undefined` ends it. */
    readonly fault: (fault: ControlFault | undefined, method?: string) => Effect.Effect<void>
  }
>() {}

/** Runs until the scope ends. */
export const start = (options: EportControlOptions = {}): Effect.Effect<EportControl["Type"], never, Scope.Scope> =>
  Effect.gen(function* () {
    const { lateMillis = 10_000, pinTries = 5, prefix = "cus-sec_", signatureForm = "raw", tls } = options
    const desk = new Desk(pinTries, signatureForm)
    const running = yield* Effect.acquireRelease(
      Effect.promise(() => run(desk, { prefix, lateMillis, tls })),
      ({ stop }) => Effect.promise(stop)
    )
    return {
      url: running.url,
      insert: (card) =>
        Effect.sync(() => {
          desk.inserted = card
        }),
      remove: Effect.sync(() => {
        desk.inserted = undefined
      }),
      setReader: (reader) =>
        Effect.sync(() => {
          desk.reader = reader
        }),
      quit: Effect.promise(running.stop),
      triesLeft: (card) => Effect.sync(() => desk.triesLeft(card)),
      pinsEntered: Effect.sync(() => desk.pinsEntered),
      received: Effect.sync(() => [...running.received]),
      fault: (fault, method = "SpcSignDataAsPEM") =>
        Effect.sync(() => {
          running.trouble = fault === undefined ? undefined : { fault, method }
        })
    }
  })

export const layer = (options: EportControlOptions = {}): Layer.Layer<EportControl> =>
  Layer.scoped(EportControl, start(options))
