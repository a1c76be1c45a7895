import { assert, describe, it } from "@effect/vitest"
import { Actor, Ledger, SingleWindow, Store, Vault } from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as fc from "fast-check"
import { walkTo } from "../flows/waypoints.js"
import { deeds, name, ready } from "./deeds.js"
import { inputs } from "./everyInput.js"
import { as, journalLength, kept, outcome, password, people, story, tagOf, tongda } from "./twoEnterprises.js"

/** Everything outside that must not happen twice. */
const outsideWorld = Effect.gen(function* () {
  const outside = yield* World.WorldRuntime
  return {
    length: yield* journalLength,
    messages: (yield* outside.smsSent).length,
    asked: yield* Effect.forEach(["registry", "id-card", "bank-card", "card"] as const, (port) =>
      Effect.map(outside.asked(port), (all) => all.length)
    )
  }
})

const policy = { enterprise: { askRegistryOnSave: false } }

describe("a command that was sent twice under one key happens once", () => {
  it.effect.each(deeds)("$name, in turn and at the same time", (deed) =>
    Effect.gen(function* () {
      yield* story(
        Effect.gen(function* () {
          const { send } = yield* ready(deed)
          const before = yield* outsideWorld
          const first = yield* send("key 1")
          const between = yield* outsideWorld
          assert.isAbove(between.length, before.length)
          for (let again = 0; again < 3; again++) {
            assert.deepStrictEqual(yield* send("key 1"), JSON.parse(JSON.stringify(first)))
          }
          assert.deepStrictEqual(yield* outsideWorld, between)
        }),
        { policy, there: ["zhang", "manager"] }
      )
      yield* story(
        Effect.gen(function* () {
          const { send } = yield* ready(deed)
          const before = yield* outsideWorld
          const answers = yield* Effect.all(
            Array.from({ length: 8 }, () => outcome(send("key 1"))),
            { concurrency: "unbounded" }
          )
          for (const answer of answers) {
            assert.property(answer, "ok")
            assert.deepStrictEqual(answer, answers[0])
          }
          const after = yield* outsideWorld
          assert.isAtMost(after.messages - before.messages, 1)
          after.asked.forEach((count, index) => {
            assert.isAtMost(count - (before.asked[index] ?? 0), 1)
          })
        }),
        { policy, there: ["zhang", "manager"] }
      )
    })
  )

  it.effect.each(deeds.filter(({ name }) => name !== "RequestBankCardCode"))(
    "$name, in two processes on one store: nobody is told that it was refused because its twin did it",
    (deed) =>
      story(
        Effect.gen(function* () {
          const { door, actor } = yield* ready(deed)
          const other = yield* Effect.provide(SingleWindow, Layer.fresh(SingleWindow.layer))
          const answers = yield* Effect.all(
            [door, other].map((each) =>
              outcome(
                each.execute(actor, deed.name, inputs[deed.name](name) as never, {
                  idempotencyKey: "key 1",
                  reason: "call 17"
                })
              )
            ),
            { concurrency: "unbounded" }
          )
          assert.property(answers[0], "ok")
          assert.deepStrictEqual(JSON.stringify(answers[0]), JSON.stringify(answers[1]))
        }),
        { policy, there: ["zhang", "manager"] }
      )
  )

  it.effect("a new password's key still answers the session that it ended", () =>
    story(
      Effect.gen(function* () {
        const { send, door, actor } = yield* ready({ name: "ChangePassword", by: "holder" })
        yield* send("key 1")
        assert.strictEqual(yield* tagOf(door.ask(actor, "Completeness", {})), "NotPermitted")
        assert.deepStrictEqual<unknown>(yield* send("key 1"), { changed: true })
        assert.strictEqual(yield* tagOf(send("key 2")), "NotPermitted")
      })
    )
  )

  it.effect("a wrong PIN that was sent eight times at once is one try", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const outside = yield* World.WorldRuntime
        const actor = yield* as(name)
        yield* walkTo(actor, "AwaitingCard")
        const tags = yield* Effect.all(
          Array.from({ length: 8 }, () =>
            tagOf(door.execute(actor, "PresentCard", { pin: "wrong" }, { idempotencyKey: "key 1" }))
          ),
          { concurrency: "unbounded" }
        )
        assert.deepStrictEqual(tags, Array(8).fill("CardPinWrong"))
        assert.strictEqual(yield* outside.pinTriesLeft("tongdaLegalPerson"), 2)
      })
    )
  )
})

describe("a key stands for one command of one actor", () => {
  const keys = fc.string({ minLength: 1, maxLength: 40 })
  it.effect.prop(
    "with another body it is refused, whatever the key, and nothing happens",
    [keys],
    ([idempotencyKey]) =>
      story(
        Effect.gen(function* () {
          const door = yield* SingleWindow
          const actor = yield* as(name)
          const edit = (given: string) => door.execute(actor, "EditHolder", { name: given }, { idempotencyKey })
          yield* edit("张伟明")
          const length = yield* journalLength
          const refused = yield* Effect.flip(edit("张伟强"))
          assert.deepInclude(refused, {
            _tag: "FieldInvalid",
            field: "idempotencyKey",
            problem: "used-for-another-command"
          })
          const other = door.execute(actor, "AbandonCertification", {}, { idempotencyKey })
          assert.strictEqual(yield* tagOf(other), "FieldInvalid")
          assert.strictEqual(
            yield* tagOf(door.execute(yield* as("ciq_td_02"), "EditHolder", { name: "张伟明" }, { idempotencyKey })),
            "FieldInvalid"
          )
          assert.strictEqual(yield* journalLength, length)
          assert.strictEqual((yield* kept(name)).holder.name, "张伟明")
        })
      ),
    { fastCheck: { numRuns: 10 } }
  )

  it.effect("two cards whose numbers end alike do not get each other's answer", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const form = { username: "newoper1", ...Personas.holderOf("sunLei"), mobile: "13800000016", email: "a@b.cn" }
        const card = (cardNumber: string, organizationCode: string) =>
          Actor.LegalPersonCard({ cardNumber, organizationCode })
        const add = (actor: Actor) =>
          tagOf(door.execute(actor, "AddCardlessOperator", form, { idempotencyKey: "key 1" }))
        assert.strictEqual(yield* add(card("JJ99990000001", tongda.organizationCode)), "ok")
        assert.strictEqual(yield* add(card("JJ88880000001", "XXXX00027")), "FieldInvalid")
      })
    )
  )

  it.effect("two bodies at the same time: one is done, the other refused", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as(name)
        const tags = yield* Effect.all(
          ["张伟明", "张伟强"].map((given) =>
            tagOf(door.execute(actor, "EditHolder", { name: given }, { idempotencyKey: "key 1" }))
          ),
          { concurrency: "unbounded" }
        )
        assert.sameMembers(tags, ["ok", "FieldInvalid"])
      })
    )
  )
})

describe("what is kept under a key", () => {
  it.effect("is no refusal: the same key may be tried again, and then does what it says", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const outside = yield* World.WorldRuntime
        const actor = yield* as(name)
        yield* walkTo(actor, "AwaitingEnterprise")
        yield* outside.fault("registry", ["unavailable", "mismatch"])
        const verify = door.execute(
          actor,
          "VerifyEnterprise",
          { legalRepresentativeDocument: people.zhangWei.document },
          { idempotencyKey: "key 1" }
        )
        assert.strictEqual(yield* tagOf(verify), "VerifierUnavailable")
        assert.strictEqual(yield* tagOf(verify), "EnterpriseNotMatched")
        assert.strictEqual(yield* tagOf(verify), "ok")
      })
    )
  )

  it.effect("is sealed: nobody reads an answer out of the store", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const envelope = { idempotencyKey: "key 1" }
        yield* door.execute(yield* door.actorFor(name), "EditHolder", { name: "张改名" }, envelope)
        const { fingerprint } = yield* Vault
        const raw = yield* (yield* Ledger).answered(fingerprint("idempotency|key 1"))
        assert.isDefined(raw)
        assert.notInclude(JSON.stringify(raw), "changed")
        assert.include((yield* (yield* Store).answered("key 1"))?.answer, "changed")
        assert.notInclude(JSON.stringify(raw), password)
      })
    )
  )
})
