import { Ledger, layerMemory } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import { assert, describe, it } from "vitest"
import { kinds, runModel } from "../../src/model/index.js"
import * as Scenario from "../../src/scenario/index.js"

const runs = Number(process.env.MODEL_RUNS ?? 90)
const seed = Number(process.env.MODEL_SEED ?? 2022)

/** A ledger that keeps no card for anybody: two accounts could come to hold the same one. */
const forgetful = Layer.effect(
  Ledger,
  Effect.map(Ledger, (ledger) =>
    Ledger.of({
      ...ledger,
      commit: (commits) =>
        ledger.commit(
          commits.map((commit) => ({
            ...commit,
            appends: commit.appends.map((append) => ({
              ...append,
              claim: append.claim.filter((claim) => !claim.startsWith("card:"))
            }))
          }))
        )
    })
  )
).pipe(Layer.provide(layerMemory))

describe("the front door and a model of it, told the same stories", () => {
  it("part nowhere, and every promise is kept after every command", async () => {
    const { failure, done, refused } = await runModel({ runs, commands: 40, seed })
    assert.isUndefined(failure, `seed ${seed}\n${failure?.why}\n\n${failure?.scenario}`)
    // A story in which nothing happens proves nothing.
    assert.isAtLeast(kinds.length, 25)
    assert.isAtLeast(Object.keys(done).length, 25)
    assert.isAtLeast(Object.keys(refused).length, 25)
  })

  it("are told the same again from the same seed", async () => {
    const once = await runModel({ runs: 8, commands: 30, seed: 7 })
    assert.deepStrictEqual(await runModel({ runs: 8, commands: 30, seed: 7 }), once)
  })

  it("a ledger that forgets a key is found out, and the shortest story is a scenario file", async () => {
    const { failure } = await runModel({ runs: 200, commands: 12, seed: 3, ledger: () => forgetful })
    assert.match(failure?.why ?? "", /^I-12 key-not-held/)
    const { scenario } = Either.getOrThrow(Scenario.read(failure?.scenario ?? "", "found.yaml"))
    const [first, ...rest] = scenario.steps.toReversed()
    assert.isTrue(first !== undefined && "do" in first && first.do === "BindCard", failure?.scenario)
    // Somebody with an enterprise, a card to insert, and little else.
    assert.isAtMost(rest.length, 4, failure?.scenario)
  })
})
