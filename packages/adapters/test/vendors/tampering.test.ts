import { Personas, World } from "@single-window/testkit"
import * as AlibabaWire from "@single-window/testkit/wire/alibaba-cloud"
import * as TencentWire from "@single-window/testkit/wire/tencent-cloud"
import { Context, Effect, Layer, type Scope } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calls } from "./calls.js"
import "./samples.js"
import { tamperer } from "./tampering.js"

const run = <A, E>(effect: Effect.Effect<A, E, Scope.Scope>) => Effect.runPromise(Effect.scoped(effect))
const [tencentCard] = calls
const alibabaCard = calls.find(({ name }) => name.endsWith("Id2MetaPeriodVerify"))
if (tencentCard === undefined || alibabaCard === undefined) throw new Error("no calls")
const idCardCalls = [tencentCard, alibabaCard]

describe("a question that is changed on its way", () => {
  it.each(idCardCalls)("is not asked: any bit of $name", (call) =>
    run(
      Effect.gen(function* () {
        const world = yield* Layer.build(World.layer(Personas.personasWorld))
        const played =
          call.vendor === "tencent"
            ? Effect.map(
                Layer.build(Layer.provide(TencentWire.TencentCloud.layer(), Layer.succeedContext(world))),
                Context.get(TencentWire.TencentCloud)
              )
            : Effect.map(
                Layer.build(Layer.provide(AlibabaWire.AlibabaCloud.layer(), Layer.succeedContext(world))),
                Context.get(AlibabaWire.AlibabaCloud)
              )
        const between = yield* tamperer((yield* played).url)
        const ask = yield* call.make({ endpoint: between.url, deadline: 240, breaker: { failures: 100_000 } })
        expect(yield* Effect.merge(ask)).toMatchObject({ _tag: "Match" })
        const runtime = Context.get(world, World.WorldRuntime)
        const [right] = yield* runtime.asked("id-card")

        const bits = (between.sent[0]?.length ?? 0) * 8
        const body = (between.sent[0]?.indexOf("\r\n\r\n") ?? 0) * 8
        const anyBit = fc.oneof(fc.nat(bits - 1), fc.integer({ min: body, max: bits - 1 }))
        yield* Effect.promise(() =>
          fc.assert(
            fc.asyncProperty(anyBit, async (bit) => {
              between.bit = bit
              const said = await Effect.runPromise(Effect.merge(ask))
              // A change outside of what is signed, such as a blank more, leaves the question what it was.
              expect(typeof said === "string" ? said : said._tag).toMatch(
                bit > body + 31 ? /^Unavailable$/ : /^(Unavailable|Match)$/
              )
            }),
            { numRuns: 60 }
          )
        )
        // The source behind the vendor was never asked anything else.
        for (const { question } of yield* runtime.asked("id-card")) expect(question).toEqual(right?.question)
      })
    )
  )
})
