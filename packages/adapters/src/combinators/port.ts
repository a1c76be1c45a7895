import type { Limited, PortName, Unavailable } from "@single-window/core"
import { BankCardVerifier, EnterpriseRegistry, IdCardVerifier, SmsSender } from "@single-window/core"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

/** One question to the outside, whatever is asked and answered. */
export type Ask = (question: unknown) => Effect.Effect<unknown, Limited | Unavailable>

/** Another way of asking the same question. */
export type How = (ask: Ask) => Ask

const names = {
  [BankCardVerifier.key]: "bank-card",
  [EnterpriseRegistry.key]: "registry",
  [IdCardVerifier.key]: "id-card",
  [SmsSender.key]: "sms"
} as const satisfies Record<string, PortName>

type Key = keyof typeof names

/** A port that asks the outside one kind of question. */
export interface Port<Id, Service extends object> extends Context.Tag<Id, Service> {
  readonly key: Key
}

/** One whose question may be put again: not `SmsSender`, whose message would arrive twice. */
export interface VerifierPort<Id, Service extends object> extends Context.Tag<Id, Service> {
  readonly key: Exclude<Key, typeof SmsSender.key>
}

export const portName = (port: { readonly key: Key }): PortName => names[port.key]

const entries = <Service extends object>(service: Service): ReadonlyArray<readonly [string, Ask]> =>
  Object.entries(service)

/** The same service, its question asked another way. */
const asked = <Service extends object>(service: Service, how: (ask: Ask, method: string) => Ask): Service =>
  Object.fromEntries(entries(service).map(([method, ask]) => [method, how(ask, method)])) as Service

/** Lifts a way of asking to a layer. It is made anew with the layer, so that what it remembers belongs to one layer. */
export const through =
  <Id, Service extends object>(port: Port<Id, Service>, make: (name: PortName) => Effect.Effect<How>) =>
  <E, R>(layer: Layer.Layer<Id, E, R>): Layer.Layer<Id, E, R> =>
    Layer.effect(
      port,
      Effect.zipWith(port, make(portName(port)), (service, how) => asked(service, (ask) => how(ask)))
    ).pipe(Layer.provide(layer))

/** Two layers of one port asked as one. */
export const together = <Id, Service extends object, E1, R1, E2, R2>(
  port: Port<Id, Service>,
  one: Layer.Layer<Id, E1, R1>,
  other: Layer.Layer<Id, E2, R2>,
  combine: (one: Ask, other: Ask) => Ask
): Layer.Layer<Id, E1 | E2, R1 | R2> =>
  Layer.scoped(
    port,
    Effect.gen(function* () {
      const first = Context.get(yield* Layer.build(one), port)
      const second = new Map(entries(Context.get(yield* Layer.build(other), port)))
      return asked(first, (ask, method) => combine(ask, second.get(method) ?? ask))
    })
  )
