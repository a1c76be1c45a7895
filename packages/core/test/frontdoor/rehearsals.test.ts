import { assert, describe, it } from "@effect/vitest"
import { Actor, SingleWindow } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import { as, journalLength, kept, password, people, story, supervisor } from "./twoEnterprises.js"

const li = people.liNa

/** `ciq_xh_01` waits for the code that was just sent. */
const waitingForCode = Effect.gen(function* () {
  const door = yield* SingleWindow
  const actor = yield* as("ciq_xh_01")
  yield* door.execute(actor, "StartCertification", { method: "legal-representative" })
  yield* door.execute(actor, "VerifyEnterprise", { legalRepresentativeDocument: li.document })
  yield* door.execute(actor, "RequestBankCardCode", {
    subject: "legal-representative",
    cardNumber: li.bankCard ?? "",
    mobile: li.mobile ?? ""
  })
  return actor
})

describe("a rehearsal is no free guess", () => {
  it.effect("it does not tell a right SMS code from a wrong one", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* waitingForCode
        const sms = yield* (yield* World.WorldRuntime).lastSms()
        const right = yield* door.rehearse(actor, "ConfirmBankCardCode", {
          subject: "legal-representative",
          code: sms?.code ?? ""
        })
        const wrong = yield* door.rehearse(actor, "ConfirmBankCardCode", {
          subject: "legal-representative",
          code: "not it"
        })
        assert.deepStrictEqual(right, wrong)
        assert.deepStrictEqual(right.wouldAsk, ["sms"])
        assert.isUndefined(right.result)
      })
    )
  )

  it.effect("nor a right password", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as("ciq_td_01")
        const right = yield* door.rehearse(actor, "ChangePassword", { current: password, next: "Other#2022" })
        const wrong = yield* door.rehearse(actor, "ChangePassword", { current: "not it", next: "Other#2022" })
        assert.deepStrictEqual(right, wrong)
        assert.deepStrictEqual(right.wouldAsk, ["password"])
        assert.isUndefined(right.result)
      })
    )
  )

  it.effect("nor a right document of the legal representative", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as("ciq_td_01")
        yield* door.execute(actor, "StartCertification", { method: "legal-representative" })
        const right = yield* door.rehearse(actor, "VerifyEnterprise", {
          legalRepresentativeDocument: people.zhangWei.document
        })
        const wrong = yield* door.rehearse(actor, "VerifyEnterprise", {
          legalRepresentativeDocument: people.yangFan.document
        })
        assert.deepStrictEqual(right, wrong)
        assert.deepStrictEqual(right.wouldAsk, ["registry"])
        assert.deepStrictEqual(yield* (yield* World.WorldRuntime).asked("registry"), [])
      })
    )
  )

  it.effect("and shows nobody's data without putting on record who looked", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const input = { account: "ciq_td_01", reason: "call 17" }
        const before = yield* journalLength
        const dry = yield* door.rehearse(supervisor, "RevealHolder", input)
        assert.deepStrictEqual(dry, { wouldAsk: [], events: ["HolderRevealed"] })
        assert.strictEqual(yield* journalLength, before)
        const shown = yield* door.execute(supervisor, "RevealHolder", input)
        assert.strictEqual(shown.holder.document.number, people.zhangWei.document.number)
        assert.strictEqual(yield* journalLength, before + 1)
      })
    )
  )
})

describe("what a rehearsal says", () => {
  it.effect("is what then happens: an edit, what it voids, and a refusal", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as("ciq_td_01")
        const edit = { name: "张伟明" }
        const dry = yield* door.rehearse(actor, "EditHolder", edit)
        assert.strictEqual((yield* kept("ciq_td_01")).holder.name, "张伟")
        assert.deepStrictEqual(dry.result, yield* door.execute(actor, "EditHolder", edit))
        const taken = yield* Effect.flip(
          door.rehearse(actor, "EditHolder", { document: people.yangFan.document, validity: people.yangFan.validity })
        )
        assert.strictEqual(taken._tag, "DocumentAlreadyInEnterprise")
        const nobody = yield* Effect.flip(door.rehearse(Actor.Anonymous(), "EditHolder", edit))
        assert.strictEqual(nobody._tag, "NotPermitted")
      })
    )
  )
})
