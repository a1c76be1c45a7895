import { createRequire } from "node:module"
import { Personas, type World } from "@single-window/testkit"
import { type BankCardVerifierConformance, WorldSamples } from "@single-window/testkit/conformance"
import * as AlibabaWire from "@single-window/testkit/wire/alibaba-cloud"
import * as TencentWire from "@single-window/testkit/wire/tencent-cloud"
import { Effect, Layer } from "effect"
import type { CallOptions } from "./calls.js"

// Loading the clients takes half a second of the first question's time, and more on a busy machine.
const load = createRequire(import.meta.url)
for (const name of ["@alicloud/openapi-client", "tencentcloud-sdk-nodejs-common"]) load(name)

export const live = { live: true, timeout: 10_000 }
const world = { lateBy: "2 seconds" } as const
const deadline = "1600 millis"

export const atTencent = <Id, E>(
  layer: (options: CallOptions) => Layer.Layer<Id, E>
): Layer.Layer<Id | World.WorldRuntime, E> =>
  Layer.unwrapEffect(Effect.map(TencentWire.TencentCloud, ({ url }) => layer({ endpoint: url, deadline }))).pipe(
    Layer.provideMerge(TencentWire.TencentCloud.layerWorld(Personas.personasWorld, world))
  )

export const atAlibaba = <Id, E>(
  layer: (options: CallOptions) => Layer.Layer<Id, E>
): Layer.Layer<Id | World.WorldRuntime, E> =>
  Layer.unwrapEffect(Effect.map(AlibabaWire.AlibabaCloud, ({ url }) => layer({ endpoint: url, deadline }))).pipe(
    Layer.provideMerge(AlibabaWire.AlibabaCloud.layerWorld(Personas.personasWorld, world))
  )

/** The world's samples on the real clock: what is late there is later than the layer waits. */
export const onTheWire = <
  Samples extends { readonly late?: { readonly begin: Effect.Effect<void, unknown, unknown> } }
>(
  samples: Samples
): Samples => (samples.late === undefined ? samples : { ...samples, late: { ...samples.late, pass: Effect.void } })

const [first, second, ...rest] = WorldSamples.bankCardVerifier.match.filter(
  ({ document }) => document.type === "resident-id"
)
if (first === undefined || second === undefined) throw new Error("too few samples")

/** Both vendors check cards of residents only. */
export const bankCards: BankCardVerifierConformance.Samples<World.WorldRuntime> = {
  ...onTheWire(WorldSamples.bankCardVerifier),
  match: [first, second, ...rest],
  notSupported: WorldSamples.bankCardVerifier.match.filter(({ document }) => document.type !== "resident-id")
}
