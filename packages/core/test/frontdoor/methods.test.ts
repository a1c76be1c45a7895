import { assert, describe, it } from "@effect/vitest"
import { Actor, SingleWindow } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"

const world = World.make({
  people: {
    zhang: {
      name: "张伟",
      document: { type: "resident-id", number: "110101199003070011" },
      validity: { from: "20150301", to: "20350301" },
      mobile: "13800000001",
      bankCard: "6227001234567890121"
    },
    li: {
      name: "李娜",
      document: { type: "resident-id", number: "440106198512123023" },
      validity: { from: "20150301", to: "20350301" },
      mobile: "13800000002",
      bankCard: "6217001234567890122",
      ctid: false
    }
  },
  enterprises: {
    acme: { name: "北京示例贸易有限公司", unifiedSocialCreditCode: "91350100M000100Y43", legalRepresentative: "zhang" }
  },
  cards: {
    key1: {
      number: "JJ00000000001",
      enterprise: "acme",
      holder: "zhang",
      kind: "legal-person",
      pin: "12345678",
      validTo: "20300101"
    }
  }
})

const acme = {
  name: "北京示例贸易有限公司",
  unifiedSocialCreditCode: "91350100M000100Y43",
  organizationCode: "M000100Y4",
  legalRepresentativeName: "张伟"
}
const li = {
  name: "李娜",
  document: { type: "resident-id", number: "440106198512123023" },
  validity: { from: "20150301", to: "20350301" }
}

const holder = World.seed({
  username: "ciq_bj_001",
  source: "ciq",
  enterprise: acme,
  holder: li,
  password: "Init#2022"
})

describe("the three methods, from log-in to level", () => {
  it.scoped("legal representative: ID card for one, bank card for the other", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.UTC(2022, 4, 10, 1))
      yield* holder
      const door = yield* SingleWindow
      const outside = yield* World.WorldRuntime
      const { id, answer } = yield* outside.solvedCaptcha
      const { actor } = yield* door.execute(Actor.Anonymous(), "LogIn", {
        username: "ciq_bj_001",
        password: "Init#2022",
        captcha: { id, answer }
      })
      yield* door.execute(actor, "StartCertification", { method: "legal-representative" })
      yield* door.execute(actor, "VerifyEnterprise", {
        legalRepresentativeDocument: { type: "resident-id", number: "110101199003070011" }
      })
      yield* door.execute(actor, "VerifyPersonByIdCard", {
        subject: "legal-representative",
        validity: { from: "20150301", to: "20350301" }
      })
      const missed = yield* Effect.flip(
        door.execute(actor, "VerifyPersonByIdCard", { subject: "account-holder", validity: li.validity })
      )
      assert.strictEqual(missed._tag, "PersonNotOnRecord")
      const sent = yield* door.execute(actor, "RequestBankCardCode", {
        subject: "account-holder",
        cardNumber: "6217001234567890122",
        mobile: "13800000002"
      })
      assert.strictEqual(sent.step, "account-holder")
      const sms = yield* outside.lastSms()
      const done = yield* door.execute(actor, "ConfirmBankCardCode", {
        subject: "account-holder",
        code: sms?.code ?? ""
      })
      assert.strictEqual(done.step, "done")
      assert.strictEqual(done.level, "medium")
    }).pipe(Effect.provide(World.singleWindow(world)))
  )

  it.scoped("IC card", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.UTC(2022, 4, 10, 1))
      yield* World.seed({
        username: "ciq_bj_002",
        source: "ciq",
        enterprise: acme,
        holder: { ...li, name: "张伟", document: { type: "resident-id", number: "110101199003070011" } }
      })
      const door = yield* SingleWindow
      const outside = yield* World.WorldRuntime
      const actor = yield* door.actorFor("CIQ_BJ_002")
      yield* outside.insert("key1")
      yield* door.execute(actor, "StartCertification", { method: "ic-card" })
      yield* door.execute(actor, "PresentCard", { pin: "12345678" })
      const done = yield* door.execute(actor, "ProvideHolderIdentity", {
        name: "张伟",
        document: { type: "resident-id", number: "110101199003070011" },
        validity: { from: "20150301", to: "20350301" }
      })
      assert.strictEqual(done.level, "high")
      const view = yield* door.ask(actor, "AccountDetails", {})
      assert.strictEqual(view.holder.name, "张*")
    }).pipe(Effect.provide(World.singleWindow(world)))
  )

  it.scoped("bank UKEY, then the holder by bank card", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.UTC(2022, 4, 10, 1))
      yield* holder
      const door = yield* SingleWindow
      const outside = yield* World.WorldRuntime
      const actor = yield* door.actorFor("ciq_bj_001")
      yield* door.execute(actor, "StartCertification", { method: "bank-ukey", bank: "CCB" })
      const [request] = yield* outside.bankRequests
      const parameters = yield* outside.bankReturn(request?.requestId ?? "")
      const forged = yield* Effect.flip(
        door.execute(actor, "CompleteBankUkey", {
          parameters: yield* outside.bankReturn(request?.requestId ?? "", "tampered")
        })
      )
      assert.strictEqual(forged._tag, "BankReturnNotTrusted")
      const half = yield* door.execute(actor, "CompleteBankUkey", { parameters })
      assert.strictEqual(half.step, "account-holder")
      const again = yield* Effect.flip(door.execute(actor, "CompleteBankUkey", { parameters }))
      assert.strictEqual(again._tag, "BankReturnReplayed")
      yield* door.execute(actor, "RequestBankCardCode", {
        subject: "account-holder",
        cardNumber: "6217001234567890122",
        mobile: "13800000002"
      })
      const sms = yield* outside.lastSms()
      const done = yield* door.execute(actor, "ConfirmBankCardCode", {
        subject: "account-holder",
        code: sms?.code ?? ""
      })
      assert.strictEqual(done.level, "medium")
    }).pipe(Effect.provide(World.singleWindow(world)))
  )
})
