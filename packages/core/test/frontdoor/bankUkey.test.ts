import { assert, describe, it } from "@effect/vitest"
import { type Actor, levelOf, SingleWindow, Store } from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import * as fc from "fast-check"
import { steps } from "../flows/waypoints.js"
import { as, journalLength, kept, morning, story, tagOf } from "./twoEnterprises.js"

const there = ["zhang", "yang", "manager"] as const
const name = "ciq_td_01"
const MINUTE = 60_000

const start = (actor: Actor, bank = "CCB") =>
  Effect.gen(function* () {
    const outside = yield* World.WorldRuntime
    const begun = yield* (yield* SingleWindow).execute(actor, "StartCertification", { method: "bank-ukey", bank })
    const request = (yield* outside.bankRequests).at(-1)
    return { begun, requestId: request?.requestId ?? "" }
  })
const returned = (requestId: string, variant: World.BankReturnVariant = "right") =>
  Effect.flatMap(World.WorldRuntime, (outside) => Effect.orDie(outside.bankReturn(requestId, variant)))
const complete = (actor: Actor, parameters: Readonly<Record<string, string>>) =>
  Effect.flatMap(SingleWindow, (door) => door.execute(actor, "CompleteBankUkey", { parameters }))

/** What a hostile return must leave as it was. */
const unchanged = <A, E, R>(tell: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const before = { account: yield* kept(name), length: yield* journalLength }
    const answer = yield* tell
    assert.deepStrictEqual({ account: yield* kept(name), length: yield* journalLength }, before)
    return answer
  })

describe("what did not come from that bank for this very request is not trusted (R-66, R-70)", () => {
  it.effect("one changed character anywhere, one parameter more or less, another account's, another bank's", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* as(name)
        const { requestId } = yield* start(actor)
        const right = yield* returned(requestId)
        const names = Object.keys(right)
        const changed = names.flatMap((key) => {
          const value = right[key] ?? ""
          const { [key]: _, ...without } = right
          const flipped = Array.from(value, (character, index) => ({
            ...right,
            [key]: `${value.slice(0, index)}${character === "0" ? "1" : "0"}${value.slice(index + 1)}`
          }))
          const lastCharacter = value.endsWith("0") ? "1" : "0"
          return [without, { ...right, [key]: `${value}${lastCharacter}` }, { ...right, [key]: "" }, ...flipped]
        })
        const hostile = [
          {},
          { ...right, more: "1" },
          ...changed.filter((parameters) => JSON.stringify(parameters) !== JSON.stringify(right)),
          yield* returned(requestId, "tampered"),
          yield* returned(requestId, "another-account"),
          yield* returned(requestId, "another-bank"),
          yield* returned(requestId, "replayed").pipe(Effect.map((parameters) => ({ ...parameters, nonce: "0" })))
        ]
        assert.isAbove(hostile.length, 200)
        yield* unchanged(
          Effect.forEach(hostile, (parameters) =>
            Effect.map(tagOf(complete(actor, parameters)), (tag) => assert.strictEqual(tag, "BankReturnNotTrusted"))
          )
        )
        assert.strictEqual(yield* tagOf(complete(actor, right)), "ok")
      }),
      { there }
    )
  )

  it.effect("a right one is worth nothing to another account, nor to a request that is not open", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* as(name)
        const other = yield* as("ciq_td_02")
        const { requestId } = yield* start(actor)
        const { requestId: others } = yield* start(other)
        const right = yield* returned(requestId)
        assert.strictEqual(yield* tagOf(complete(other, right)), "BankReturnNotTrusted")
        yield* unchanged(
          Effect.map(
            Effect.flatMap(returned(others), (parameters) => tagOf(complete(actor, parameters))),
            (tag) => assert.strictEqual(tag, "BankReturnNotTrusted")
          )
        )
        // Begun again, with another bank: the answer to the first request comes too late.
        yield* start(actor, "CMBC")
        yield* unchanged(
          Effect.map(tagOf(complete(actor, right)), (tag) => assert.strictEqual(tag, "BankReturnNotTrusted"))
        )
      }),
      { there }
    )
  )

  it.effect("a request that was given up, replaced by another method, or whose account was recreated is over", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as(name)
        const first = yield* start(actor)
        yield* door.execute(actor, "AbandonCertification", {})
        const late = yield* returned(first.requestId)
        yield* unchanged(
          Effect.map(Effect.flip(complete(actor, late)), (refused) =>
            assert.deepInclude(refused, { _tag: "StepOutOfOrder", expected: "start" })
          )
        )
        const second = yield* start(actor)
        yield* door.execute(actor, "StartCertification", { method: "ic-card" })
        const later = yield* returned(second.requestId)
        yield* unchanged(
          Effect.map(Effect.flip(complete(actor, later)), (refused) =>
            assert.deepInclude(refused, { _tag: "StepOutOfOrder", expected: "card" })
          )
        )
        const third = yield* start(actor)
        const identity = { ...Personas.holderOf("sunLei"), mobile: "13800000016", email: "someone@example.com" }
        yield* door.execute(yield* as("tdmanager"), "RecreateOperator", { account: name, ...identity })
        const latest = yield* returned(third.requestId)
        assert.strictEqual(yield* tagOf(complete(actor, latest)), "NotPermitted")
        const { id, logIn } = yield* kept(name)
        const successor: Actor = { _tag: "AccountHolder", account: id, epoch: logIn.epoch, entrance: "password" }
        yield* unchanged(
          Effect.map(tagOf(complete(successor, latest)), (tag) => assert.strictEqual(tag, "PasswordChangeRequired"))
        )
      }),
      { there }
    )
  )
})

describe("time", () => {
  it.effect.prop(
    "an answer counts until the request expires, and not at that moment",
    [fc.integer({ min: 1, max: 25 }), fc.constantFrom(-1, 0, 60_000)],
    ([bankRequestMinutes, offset]) =>
      story(
        Effect.gen(function* () {
          const actor = yield* as(name)
          const { requestId } = yield* start(actor)
          yield* TestClock.setTime(morning + bankRequestMinutes * MINUTE + offset)
          const parameters = yield* returned(requestId)
          const tag = yield* tagOf(complete(actor, parameters))
          assert.strictEqual(tag, offset < 0 ? "ok" : "BankReturnExpired")
          // One that came too late does not stand in the way of a new start.
          if (offset >= 0) {
            const again = yield* start(actor)
            assert.strictEqual(yield* tagOf(complete(actor, yield* returned(again.requestId))), "ok")
          }
        }),
        { there, policy: { certification: { bankRequestMinutes } } }
      ),
    { fastCheck: { numRuns: 10 } }
  )
})

describe("one answer has one effect", () => {
  it.effect("again and again in turn", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* as(name)
        const { requestId } = yield* start(actor)
        const right = yield* returned(requestId)
        assert.strictEqual((yield* complete(actor, right)).step, "account-holder")
        yield* unchanged(
          Effect.forEach(Array.from({ length: 20 }), () =>
            Effect.map(tagOf(complete(actor, right)), (tag) => assert.strictEqual(tag, "BankReturnReplayed"))
          )
        )
        yield* steps.idCardOfHolder(actor)
        assert.strictEqual(levelOf(yield* kept(name)), "medium")
        yield* unchanged(
          Effect.map(tagOf(complete(actor, right)), (tag) => assert.strictEqual(tag, "BankReturnReplayed"))
        )
      }),
      { there }
    )
  )

  it.effect("and thirty-two at once", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* as(name)
        const { requestId } = yield* start(actor)
        const right = yield* returned(requestId)
        const tags = yield* Effect.all(
          Array.from({ length: 32 }, () => tagOf(complete(actor, right))),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(tags.filter((tag) => tag === "ok").length, 1)
        for (const tag of tags) assert.include(["ok", "Stale", "BankReturnReplayed"], tag)
        const { id } = yield* kept(name)
        const history = yield* (yield* Store).history(id)
        assert.strictEqual(history.filter(({ event }) => event._tag === "BankAnswered").length, 1)
        assert.deepStrictEqual((yield* kept(name)).answeredBankRequests, [requestId])
      }),
      { there }
    )
  )
})

describe("a bank that says no", () => {
  it.effect("ends the journey, and the same answer cannot be used again", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* as(name)
        const { requestId } = yield* start(actor)
        const declined = yield* returned(requestId, "declined")
        assert.strictEqual(yield* tagOf(complete(actor, declined)), "BankDeclined")
        assert.isUndefined((yield* kept(name)).journey)
        assert.strictEqual(yield* tagOf(complete(actor, declined)), "BankReturnReplayed")
        assert.strictEqual(levelOf(yield* kept(name)), "none")
      }),
      { there }
    )
  )

  it.effect("or speaks of another enterprise, signed however rightly, does the same", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* as(name)
        const { requestId } = yield* start(actor)
        const other = yield* returned(requestId, "another-enterprise")
        assert.strictEqual(yield* tagOf(complete(actor, other)), "BankEnterpriseDiffers")
        assert.isUndefined((yield* kept(name)).journey)
        // The right answer to the same request comes too late.
        assert.notStrictEqual(yield* tagOf(complete(actor, yield* returned(requestId))), "ok")
        assert.strictEqual((yield* kept(name)).certification.enterprise.state, "none")
      }),
      { there }
    )
  )

  it.effect("a bank that cannot be asked costs nothing: the same return is taken later", () =>
    story(
      Effect.gen(function* () {
        const outside = yield* World.WorldRuntime
        const actor = yield* as(name)
        const { requestId } = yield* start(actor)
        const right = yield* returned(requestId)
        yield* outside.fault("bank-ukey", ["unavailable"])
        yield* unchanged(
          Effect.map(tagOf(complete(actor, right)), (tag) => assert.strictEqual(tag, "VerifierUnavailable"))
        )
        assert.strictEqual(yield* tagOf(complete(actor, right)), "ok")
      }),
      { there }
    )
  )
})

describe("what a bank proves", () => {
  const again = Effect.gen(function* () {
    const door = yield* SingleWindow
    const actor = yield* as(name)
    yield* door.execute(actor, "StartCertification", { method: "legal-representative" })
    yield* steps.verifyEnterprise(actor)
    yield* steps.idCardOfRepresentative(actor)
    yield* steps.idCardOfHolder(actor)
    yield* door.execute(actor, "EditEnterprise", { legalRepresentativeName: "李四" })
    assert.strictEqual(levelOf(yield* kept(name)), "none")
    const { requestId } = yield* start(actor)
    return yield* complete(actor, yield* returned(requestId))
  })

  it.effect("is the enterprise alone; a holder who was verified before still stands", () =>
    story(
      Effect.gen(function* () {
        assert.deepInclude(yield* again, { step: "done", level: "medium" })
        const { certification } = yield* kept(name)
        assert.strictEqual(certification.enterprise.by, "bank-ukey")
        assert.strictEqual(certification.holder.by, "legal-representative")
        assert.deepStrictEqual(
          certification.methods.map(({ method }) => method),
          ["bank-ukey"]
        )
      }),
      { there, policy: { enterprise: { askRegistryOnSave: false } } }
    )
  )

  it.effect("both, where policy reads the manual's five steps literally", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* as(name)
        const { requestId } = yield* start(actor)
        const done = yield* complete(actor, yield* returned(requestId))
        assert.deepInclude(done, { step: "done", level: "medium" })
      }),
      { there, policy: { certification: { bankUkeyCompletesBothFacets: true } } }
    )
  )
})
