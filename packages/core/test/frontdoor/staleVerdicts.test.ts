import { assert, describe, it } from "@effect/vitest"
import { type Actor, SingleWindow, Store, Verdict } from "@single-window/core"
import type { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { as, kept, people, tagOf } from "./twoEnterprises.js"
import { type Answer, name, play, questionNames } from "./ventriloquist.js"

/** What somebody else does to the account while a verifier thinks. */
const meddlings: Readonly<Record<string, (actor: Actor) => Effect.Effect<unknown, unknown, World.Everything>>> = {
  "the holder is edited": (actor) =>
    Effect.flatMap(SingleWindow, (door) => door.execute(actor, "EditHolder", { name: "张伟明" })),
  "the journey is given up": (actor) =>
    Effect.flatMap(SingleWindow, (door) => door.execute(actor, "AbandonCertification", {})),
  "another journey is begun": (actor) =>
    Effect.flatMap(SingleWindow, (door) => door.execute(actor, "StartCertification", { method: "ic-card" })),
  "the account is deleted": () =>
    Effect.gen(function* () {
      yield* (yield* SingleWindow).execute(yield* as("tdmanager"), "DeleteOperator", { account: name })
    }),
  "the password is reset": () =>
    Effect.gen(function* () {
      yield* (yield* SingleWindow).execute(yield* as("tdmanager"), "ResetOperatorPassword", { account: name })
    })
}
const meddlingNames = Object.keys(meddlings)

describe("a verdict holds for the account that was asked about, and no other (I-3)", () => {
  it.effect.prop(
    "one that comes after the account was changed is not used, whether yes or no",
    [
      fc.constantFrom(...questionNames.filter((asked) => !asked.includes("edit"))),
      fc.constantFrom(...meddlingNames),
      fc.constantFrom(Verdict.Match(), Verdict.Mismatch({}))
    ],
    ([asked, meddling, verdict]) =>
      play(asked, ({ ask, tongue, actor }) =>
        Effect.gen(function* () {
          const store = yield* Store
          const everything = yield* Effect.context<World.Everything>()
          const { id } = yield* kept(name)
          let between: unknown
          tongue.answer = Effect.gen(function* () {
            tongue.answer = Effect.succeed(Verdict.Match())
            yield* Effect.orDie(meddlings[meddling]!(actor))
            between = yield* Effect.orDie(store.load(id))
            return verdict
          }).pipe(Effect.provide(everything)) as Answer
          assert.strictEqual(yield* tagOf(ask), "Stale")
          assert.deepStrictEqual<unknown>(yield* store.load(id), between)
        })
      ),
    { fastCheck: { numRuns: 20 } }
  )

  it.effect("an edit of the enterprise is not saved on an answer about a version that is gone", () =>
    play("the registry, about an edit", ({ ask, tongue, actor }) =>
      Effect.gen(function* () {
        const everything = yield* Effect.context<World.Everything>()
        tongue.answer = Effect.gen(function* () {
          tongue.answer = Effect.succeed(Verdict.Match())
          const other = { legalRepresentativeName: people.linYong.name }
          yield* Effect.orDie((yield* SingleWindow).execute(actor, "EditEnterprise", other))
          return Verdict.Match()
        }).pipe(Effect.provide(everything)) as Answer
        assert.strictEqual(yield* tagOf(ask), "Stale")
        const { enterprise } = yield* kept(name)
        assert.strictEqual(enterprise.name, "北京示例通达贸易有限公司")
        assert.strictEqual(enterprise.legalRepresentativeName, people.linYong.name)
      })
    )
  )
})
