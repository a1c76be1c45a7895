import { SmsSender } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { Case } from "./Case.js"
import { given } from "./given.js"
import { expect, shown } from "./Violation.js"

export interface Samples<R = never> {
  /** Two numbers that messages may be sent to. */
  readonly mobiles: readonly [string, string]
  /** The codes that arrived at a number, oldest first. */
  readonly inbox: (mobile: string) => Effect.Effect<ReadonlyArray<string>, unknown, R>
  /** Breaks the gateway for the next message. */
  readonly outage?: Effect.Effect<void, unknown, R>
  /** Has the gateway turn the next message away for its quota. */
  readonly quota?: Effect.Effect<void, unknown, R>
}

const send = (mobile: string, code: string) =>
  Effect.flatMap(SmsSender, (sender) => sender.sendCode({ mobile, code: Redacted.make(code), validMinutes: 5 }))

export const cases = <R = never>(samples: Samples<R>): ReadonlyArray<Case<SmsSender | R>> => {
  const [mobile, other] = samples.mobiles
  const arrived = (at: string, codes: ReadonlyArray<string>) =>
    Effect.flatMap(samples.inbox(at), (inbox) =>
      expect(shown(inbox) === shown(codes), `${shown(inbox)} arrived in place of ${shown(codes)}`)
    )
  const refused = (tags: ReadonlyArray<string>) =>
    Effect.flatMap(Effect.either(send(mobile, "424242")), (said) =>
      expect(said._tag === "Left" && tags.includes(said.left._tag), `${shown(said)} in place of ${tags.join(" or ")}`)
    )

  return [
    {
      name: "MUST send the very code, leading zeros kept, to the number that was given and to no other",
      run: Effect.gen(function* () {
        yield* send(mobile, "004200")
        yield* arrived(mobile, ["004200"])
        yield* arrived(other, [])
      })
    },
    {
      name: "MUST send once for each time it is asked",
      run: Effect.gen(function* () {
        yield* send(mobile, "111111")
        yield* arrived(mobile, ["111111"])
        yield* send(mobile, "222222")
        yield* arrived(mobile, ["111111", "222222"])
        yield* send(mobile, "222222")
        yield* arrived(mobile, ["111111", "222222", "222222"])
      })
    },
    {
      name: "MUST NOT mix up messages that are sent at once",
      run: Effect.gen(function* () {
        const codes = Array.from({ length: 20 }, (_, index) => String(100_000 + index))
        yield* Effect.forEach(codes, (code, index) => send(index % 2 === 0 ? mobile : other, code), {
          concurrency: "unbounded"
        })
        const sorted = (at: string) => Effect.map(samples.inbox(at), (inbox) => [...inbox].sort())
        const expected = (rest: number) => codes.filter((_, index) => index % 2 === rest)
        yield* expect(
          shown(yield* sorted(mobile)) === shown(expected(0)),
          "the first number's messages are not its own"
        )
        yield* expect(
          shown(yield* sorted(other)) === shown(expected(1)),
          "the second number's messages are not its own"
        )
      })
    },
    ...given(samples.outage, (outage) => [
      {
        name: "MUST fail with Unavailable when the gateway cannot be reached, and MUST NOT send later by itself",
        run: Effect.gen(function* () {
          yield* outage
          yield* refused(["Unavailable"])
          yield* arrived(mobile, [])
        })
      },
      {
        name: "MUST send again once the gateway is back",
        run: Effect.gen(function* () {
          yield* outage
          yield* Effect.either(send(mobile, "111111"))
          yield* send(mobile, "222222")
          yield* arrived(mobile, ["222222"])
        })
      }
    ]),
    ...given(samples.quota, (quota) => [
      {
        name: "MUST fail with Limited or Unavailable when the gateway turns it away for its quota",
        run: Effect.gen(function* () {
          yield* quota
          yield* refused(["Limited", "Unavailable"])
          yield* arrived(mobile, [])
        })
      }
    ])
  ]
}
