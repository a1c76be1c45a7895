import { assert, describe, it } from "@effect/vitest"
import { Actor, SingleWindow } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import { stepNames, steps, walkTo, waypointNames } from "../flows/waypoints.js"
import { as, journalLength, kept, password, people, story, supervisor, tagOf } from "./twoEnterprises.js"

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

/** Runs what a test does in earnest as a rehearsal. */
const rehearsed = <A, E, R>(tell: Effect.Effect<A, E, R>) =>
  Effect.flatMap(SingleWindow, (door) =>
    Effect.provideService(tell, SingleWindow, { ...door, execute: door.rehearse as never })
  )

describe("a rehearsal leaves the world as it was", () => {
  const costly = ["id-card", "bank-card", "sms", "card", "bank-ukey", "captcha"] as const

  it.effect.each(waypointNames)("at %s, whatever is rehearsed", (at) =>
    story(
      Effect.gen(function* () {
        const outside = yield* World.WorldRuntime
        const actor = yield* as("ciq_td_01")
        yield* walkTo(actor, at)
        const state = Effect.all({
          account: kept("ciq_td_01"),
          length: journalLength,
          pin: outside.pinTriesLeft("tongdaLegalPerson"),
          asked: Effect.forEach(costly, (port) => Effect.map(outside.asked(port), (all) => all.length)),
          messages: outside.smsSent
        })
        const before = yield* state
        for (const step of stepNames) yield* Effect.either(rehearsed(steps[step](actor)))
        const door = yield* SingleWindow
        yield* Effect.either(door.rehearse(actor, "PresentCard", { pin: "wrong" }))
        yield* Effect.either(door.rehearse(actor, "BindCard", {}))
        yield* Effect.either(door.rehearse(actor, "StartCertification", { method: "bank-ukey", bank: "CCB" }))
        yield* Effect.either(door.rehearse(actor, "AbandonCertification", {}))
        assert.deepStrictEqual(yield* state, before)
      }),
      { there: ["zhang"] }
    )
  )

  it.effect("a captcha that was rehearsed with still lets in", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const { id, answer } = yield* (yield* World.WorldRuntime).solvedCaptcha
        const input = { username: "ciq_td_01", password, captcha: { id, answer } }
        const dry = yield* door.rehearse(Actor.Anonymous(), "LogIn", input)
        assert.deepStrictEqual(dry, { wouldAsk: ["captcha"], events: [] })
        assert.strictEqual(yield* tagOf(door.execute(Actor.Anonymous(), "LogIn", input)), "ok")
      }),
      { there: ["zhang"] }
    )
  )

  it.effect("and its key can still be used", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as("ciq_td_01")
        const envelope = { idempotencyKey: "key 1" }
        yield* door.rehearse(actor, "EditHolder", { name: "张伟明" }, envelope)
        yield* door.execute(actor, "EditHolder", { name: "张伟强" }, envelope)
        assert.strictEqual((yield* kept("ciq_td_01")).holder.name, "张伟强")
      }),
      { there: ["zhang"] }
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
        const seat = yield* Effect.flip(door.rehearse(actor, "EditEnterprise", { organizationCode: "M000100Y4" }))
        assert.strictEqual(seat._tag, "OrganizationCodeMismatch")
        const nobody = yield* Effect.flip(door.rehearse(Actor.Anonymous(), "EditHolder", edit))
        assert.strictEqual(nobody._tag, "NotPermitted")
      })
    )
  )
})
