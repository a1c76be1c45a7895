import { assert, describe, it } from "@effect/vitest"
import { levelOf, SingleWindow, Store } from "@single-window/core"
import { type Personas, World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { steps, walkTo } from "../flows/waypoints.js"
import { certified, editHolder, name } from "./editing.js"
import { as, clerk, journalLength, kept, people, story, tagOf } from "./twoEnterprises.js"

describe("the edit of an identity (R-20 to R-24)", () => {
  const others = fc.constantFrom<Personas.PersonaName>("linYong", "wangFang", "zhangWeiToo", "chanTaiMan", "hoKaYan")

  it.effect.prop(
    "voids certification and card binding in the very same commit (R-22, I-4)",
    [others],
    ([who]) =>
      story(
        Effect.gen(function* () {
          const actor = yield* certified
          const length = yield* journalLength
          const answer = yield* editHolder(actor, who)
          assert.deepStrictEqual(answer.voided, ["enterprise-certification", "holder-certification", "card-binding"])
          const { id, ...after } = yield* kept(name)
          assert.strictEqual(levelOf({ id, ...after }), "none")
          assert.deepStrictEqual(after.certification.methods, [])
          assert.strictEqual(after.cardBinding.state, "voided")
          const events = (yield* (yield* Store).history(id)).slice(length - (yield* journalLength))
          assert.deepStrictEqual(
            events.map(({ event }) => event._tag),
            ["HolderEdited", "CertificationVoided", "CardBindingVoided"]
          )
          assert.strictEqual(new Set(events.map(({ at }) => at)).size, 1)
          // The voided card opens the account no more, and is free for another.
          const door = yield* SingleWindow
          const byCard = yield* door.execute({ _tag: "Anonymous" }, "LogInWithCard", {})
          assert.strictEqual(byCard.actor._tag, "LegalPersonCard")
        }),
        { there: ["zhang"] }
      ),
    { fastCheck: { numRuns: 10 } }
  )

  it.effect("to somebody whose document is in the enterprise already is refused in the manual's words (R-46)", () =>
    story(
      Effect.gen(function* () {
        const before = yield* kept(name)
        assert.strictEqual(yield* tagOf(editHolder(yield* as(name), "yangFan")), "DocumentAlreadyInEnterprise")
        // In another enterprise the same person may have an account.
        assert.strictEqual(yield* tagOf(editHolder(yield* as("ciq_xh_01"), "yangFan")), "ok")
        assert.deepStrictEqual(yield* kept(name), before)
      })
    )
  )

  it.effect("drops the dates of an ID card with the card; without those of a new one nobody is certified (R-07)", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as(name)
        yield* door.execute(actor, "EditHolder", { document: people.wangFang.document, name: people.wangFang.name })
        assert.notProperty((yield* kept(name)).holder, "validity")
        yield* walkTo(actor, "AwaitingCardHolderIdentity")
        yield* door.execute(actor, "EditHolder", { document: people.zhangWei.document, name: people.zhangWei.name })
        const refused = yield* Effect.flip(steps.codeForHolder(actor))
        assert.deepInclude(refused, {
          _tag: "InformationIncomplete",
          fields: ["holder.validity.from", "holder.validity.to"]
        })
        // The ID card check asks for the dates itself.
        assert.deepInclude(yield* steps.idCardOfHolder(actor), { step: "done" })
        assert.deepStrictEqual((yield* kept(name)).holder.validity, people.zhangWei.validity)
      }),
      { there: ["zhang"] }
    )
  )

  it.effect("asked of CTID where policy says so, and then only a match is saved (R-21)", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const outside = yield* World.WorldRuntime
        const actor = yield* as(name)
        const before = yield* kept(name)
        yield* outside.fault("id-card", ["mismatch", "unavailable"])
        assert.strictEqual(yield* tagOf(door.execute(actor, "EditHolder", { name: "李四" })), "PersonNotMatched")
        assert.strictEqual(yield* tagOf(door.execute(actor, "EditHolder", { name: "李四" })), "VerifierUnavailable")
        assert.deepStrictEqual((yield* kept(name)).holder, before.holder)
        assert.strictEqual((yield* kept(name)).attempts["account-holder/id-card"]?.count, 1)
        assert.strictEqual(yield* tagOf(editHolder(actor, "linYong")), "ok")
      }),
      { there: ["zhang"], policy: { holder: { askIdCardOnSave: true } } }
    )
  )

  it.effect("by a clerk on request is on record with clerk and reason", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        yield* door.execute(clerk, "EditHolder", { name: "李四" }, { account: name, reason: "by phone" })
        const last = (yield* door.ask(clerk, "History", {}, { account: name })).at(-1)
        assert.deepInclude(last, { event: "HolderEdited", actor: "staff:yun/clerk", reason: "by phone" })
      }),
      { there: ["zhang"] }
    )
  )
})
