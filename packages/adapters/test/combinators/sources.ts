import { type IdCardElements, IdCardVerifier, Limited, Unavailable, Verdict } from "@single-window/core"
import { Effect, Layer, Ref } from "effect"
import * as fc from "fast-check"

export type Answer = Effect.Effect<Verdict, Limited | Unavailable>

export const card: IdCardElements = {
  name: "张伟",
  number: "119999198006150116",
  validFrom: "20160301",
  validTo: "20360301"
}

export const down: Answer = Effect.fail(new Unavailable({ port: "id-card", detail: "down" }))
export const match: Answer = Effect.succeed(Verdict.Match())
export const ask = Effect.flatMap(IdCardVerifier, (port) => port.verify(card))

/** A source that gives these answers in turn, the last one for ever, and counts how often it was asked. */
export const source = (...answers: readonly [Answer, ...Array<Answer>]) =>
  Effect.map(Ref.make(0), (count) => ({
    asked: Ref.get(count),
    layer: Layer.succeed(IdCardVerifier, {
      verify: () =>
        Effect.flatMap(
          Ref.getAndUpdate(count, (n) => n + 1),
          (n) => answers[Math.min(n, answers.length - 1)] ?? answers[0]
        )
    })
  }))

export const verdicts: ReadonlyArray<Verdict> = [
  Verdict.Match(),
  Verdict.Mismatch({}),
  Verdict.Mismatch({ fields: ["name"] }),
  Verdict.NoRecord(),
  Verdict.MismatchOrNoRecord(),
  Verdict.NotSupported(),
  Verdict.Unusable({ state: "lost" }),
  Verdict.InvalidInput({ field: "number" })
]
export const aVerdict = fc.constantFrom(...verdicts)

const aTime = fc.option(fc.integer({ min: 1, max: 1e12 }), { nil: undefined })
export const anError: fc.Arbitrary<Limited | Unavailable> = fc.oneof(
  aTime.map((until) => new Limited({ port: "id-card", ...(until === undefined ? {} : { until }) })),
  aTime.map((retryAt) => new Unavailable({ port: "id-card", ...(retryAt === undefined ? {} : { retryAt }) }))
)
