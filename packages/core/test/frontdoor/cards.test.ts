import { assert, describe, it } from "@effect/vitest"
import { Actor, levelOf, SingleWindow } from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import { steps, walkTo } from "../flows/waypoints.js"
import { accounts, as, journalLength, kept, people, story, tagOf, tongda } from "./twoEnterprises.js"

const there = ["zhang", "yang", "manager"] as const
const name = "ciq_td_01"
const pins = Personas.personasWorld.cards

/** What each command that reads a card answers with this one inserted; nothing may be written by a refusal. */
const answers = (card: Personas.CardPersonaName) =>
  Effect.gen(function* () {
    const door = yield* SingleWindow
    const actor = yield* as(name)
    yield* walkTo(actor, "AwaitingCard")
    yield* (yield* World.WorldRuntime).insert(card)
    const before = yield* journalLength
    const bind = yield* tagOf(door.execute(actor, "BindCard", {}))
    const present = yield* tagOf(door.execute(actor, "PresentCard", { pin: pins[card].pin }))
    const logIn = yield* tagOf(door.execute(Actor.Anonymous(), "LogInWithCard", {}))
    if (bind !== "ok") assert.strictEqual(yield* journalLength, before)
    return { bind, present, logIn }
  })

describe("a card (R-40 to R-42, R-73)", () => {
  const expected: Readonly<Record<string, { bind: string; present: string; logIn: string }>> = {
    tongdaLegalPerson: { bind: "ok", present: "ok", logIn: "ok" },
    tongdaOperator: { bind: "ok", present: "ok", logIn: "ok" },
    tongdaUnknown: { bind: "ok", present: "ok", logIn: "ok" },
    tongdaExpired: { bind: "CardExpired", present: "CardExpired", logIn: "CardExpired" },
    tongdaForged: { bind: "CardNotTrusted", present: "CardNotTrusted", logIn: "CardNotTrusted" },
    xinghaiOperator: { bind: "CardOfAnotherEnterprise", present: "CardOfAnotherEnterprise", logIn: "CardNotBound" },
    // A legal-person card comes in without an account, to its own enterprise's operators.
    foreignLedLegalPerson: { bind: "CardOfAnotherEnterprise", present: "CardOfAnotherEnterprise", logIn: "ok" }
  }
  it("has an expectation for every card of the world", () => {
    assert.sameMembers(Object.keys(expected), Object.keys(Personas.cards))
  })
  it.effect.each(Object.keys(expected) as ReadonlyArray<Personas.CardPersonaName>)("%s", (card) =>
    story(
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* answers(card), expected[card])
      }),
      { there }
    )
  )

  it.effect("without a control, a reader or a card is told what is missing", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const outside = yield* World.WorldRuntime
        const actor = yield* as(name)
        yield* walkTo(actor, "AwaitingCard")
        const present = tagOf(door.execute(actor, "PresentCard", { pin: "20220501" }))
        yield* outside.remove
        assert.strictEqual(yield* present, "CardMissing")
        yield* outside.setReader("reader-missing")
        assert.strictEqual(yield* present, "CardReaderMissing")
        yield* outside.setReader("control-missing")
        assert.strictEqual(yield* present, "CardControlMissing")
      }),
      { there }
    )
  )

  it.effect("each PIN that is typed is one try, and no other command uses one up", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const outside = yield* World.WorldRuntime
        const actor = yield* as(name)
        yield* walkTo(actor, "AwaitingCard")
        const wrong = Effect.flip(door.execute(actor, "PresentCard", { pin: "00000000" }))
        assert.deepInclude(yield* wrong, { _tag: "CardPinWrong", attemptsLeft: 2 })
        assert.deepInclude(yield* wrong, { _tag: "CardPinWrong", attemptsLeft: 1 })
        assert.strictEqual(yield* outside.pinTriesLeft("tongdaLegalPerson"), 1)
        assert.strictEqual(yield* tagOf(steps.idCardOfHolder(actor)), "StepOutOfOrder")
        assert.strictEqual(yield* outside.pinTriesLeft("tongdaLegalPerson"), 1)
        assert.strictEqual((yield* wrong)._tag, "CardPinLocked")
        assert.strictEqual(yield* tagOf(door.execute(actor, "PresentCard", { pin: "20220501" })), "CardPinLocked")
      }),
      { there }
    )
  )

  it.effect("of another person will do, unless policy minds (R-42)", () =>
    Effect.gen(function* () {
      const bind = Effect.gen(function* () {
        yield* (yield* World.WorldRuntime).insert("tongdaOperator")
        return yield* tagOf((yield* SingleWindow).execute(yield* as(name), "BindCard", {}))
      })
      assert.strictEqual(yield* story(bind, { there }), "ok")
      const strict = { certification: { cardHolderMustBeAccountHolder: true } }
      assert.strictEqual(yield* story(bind, { there, policy: strict }), "CardOfAnotherEnterprise")
    })
  )

  it.effect("is bound to one account; unbinding it, or binding another, lets it go", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const outside = yield* World.WorldRuntime
        const [zhang, yang] = [yield* as(name), yield* as("ciq_td_02")]
        yield* outside.insert("tongdaLegalPerson")
        yield* door.execute(zhang, "BindCard", {})
        const length = yield* journalLength
        yield* door.execute(zhang, "BindCard", {})
        assert.strictEqual(yield* journalLength, length, "bound already")
        assert.strictEqual(yield* tagOf(door.execute(yang, "BindCard", {})), "FieldInvalid")
        yield* outside.insert("tongdaOperator")
        yield* door.execute(zhang, "BindCard", {})
        yield* outside.insert("tongdaLegalPerson")
        assert.strictEqual(yield* tagOf(door.execute(yang, "BindCard", {})), "ok")
        yield* door.execute(zhang, "UnbindCard", {})
        yield* outside.insert("tongdaOperator")
        assert.strictEqual(yield* tagOf(door.execute(Actor.Anonymous(), "LogInWithCard", {})), "CardNotBound")
        const { actor } = yield* door.execute(
          yield* Effect.as(outside.insert("tongdaLegalPerson"), Actor.Anonymous()),
          "LogInWithCard",
          {}
        )
        assert.deepInclude(actor, { _tag: "AccountHolder", entrance: "legal-person" })
        assert.strictEqual(yield* tagOf(door.ask(actor, "ListOperators", {})), "ok")
      }),
      { there }
    )
  )

  it.effect("two accounts that bind one card at the same time: one has it", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        yield* (yield* World.WorldRuntime).insert("tongdaLegalPerson")
        const actors = [yield* as(name), yield* as("ciq_td_02"), yield* as("tdmanager")]
        const tags = yield* Effect.all(
          actors.map((actor) => tagOf(door.execute(actor, "BindCard", {}))),
          { concurrency: "unbounded" }
        )
        assert.sameMembers(tags, ["ok", "FieldInvalid", "FieldInvalid"])
      }),
      { there }
    )
  )
})

describe("what a certification asks before it starts", () => {
  it.effect.each([
    ["registered", "NotInScope"],
    ["card", "NotInScope"],
    ["migrated", "ok"],
    ["cardless", "ok"]
  ] as const)("origin %s: %s (R-01, R-02)", ([origin, expected]) =>
    story(
      Effect.gen(function* () {
        yield* World.seed({ ...accounts.zhang, username: "someone01", origin })
        const door = yield* SingleWindow
        const actor = yield* as("someone01")
        for (const method of ["ic-card", "legal-representative", "bank-ukey"] as const) {
          const start = door.execute(actor, "StartCertification", { method, bank: "CCB" })
          assert.strictEqual(yield* tagOf(start), expected)
        }
      }),
      { there: [] }
    )
  )

  it.effect("complete information: what is missing is named, both sides at once (R-06, R-07)", () =>
    story(
      Effect.gen(function* () {
        const { validity: _, ...holder } = accounts.zhang.holder
        const enterprise = { ...tongda, legalRepresentativeName: "", unifiedSocialCreditCode: "" }
        yield* World.seed({ ...accounts.zhang, username: "someone01", enterprise, holder })
        const door = yield* SingleWindow
        const actor = yield* as("someone01")
        const fields = [
          "enterprise.unifiedSocialCreditCode",
          "enterprise.legalRepresentativeName",
          "holder.validity.from",
          "holder.validity.to"
        ]
        for (const method of ["ic-card", "legal-representative", "bank-ukey"] as const) {
          const refused = yield* Effect.flip(door.execute(actor, "StartCertification", { method, bank: "CCB" }))
          assert.deepInclude(refused, { _tag: "InformationIncomplete", fields })
        }
        const { next } = yield* door.ask(actor, "Completeness", {})
        assert.deepStrictEqual(next, ["edit-enterprise", "edit-holder"])
      }),
      { there: [] }
    )
  )

  it.effect("a bank that is supported (R-67)", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as(name)
        for (const bank of [undefined, "NOBANK", "ccb", "__proto__"]) {
          const start = door.execute(actor, "StartCertification", { method: "bank-ukey", ...(bank && { bank }) })
          assert.strictEqual(yield* tagOf(start), "BankNotSupported")
        }
        assert.isUndefined((yield* kept(name)).journey)
      }),
      { there }
    )
  )

  it.effect("a level that is higher than the one that stands, where policy allows that (R-01)", () =>
    Effect.gen(function* () {
      const tell = Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as(name)
        yield* walkTo(actor, "AwaitingAccountHolder")
        yield* steps.idCardOfHolder(actor)
        assert.strictEqual(levelOf(yield* kept(name)), "medium")
        const start = (method: "ic-card" | "legal-representative" | "bank-ukey") =>
          tagOf(door.execute(actor, "StartCertification", { method, bank: "CCB" }))
        const tags = [yield* start("legal-representative"), yield* start("bank-ukey"), yield* start("ic-card")]
        assert.strictEqual(levelOf(yield* kept(name)), "medium", "starting again takes nothing away")
        return tags
      })
      const certified = "AlreadyCertified"
      assert.deepStrictEqual(yield* story(tell, { there }), [certified, certified, "ok"])
      const never = { scope: { allowHigherLevel: false } }
      assert.deepStrictEqual(yield* story(tell, { there, policy: never }), [certified, certified, certified])
    })
  )
})

describe("the ID card check", () => {
  it.effect("is for resident IDs alone; any other document goes to the bank card by itself (R-60, R-64)", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as(name)
        const { name: called, document } = people.wangFang
        yield* door.execute(actor, "EditHolder", { name: called, document })
        yield* walkTo(actor, "AwaitingCardHolderIdentity")
        assert.strictEqual(yield* tagOf(steps.idCardOfHolder(actor)), "IdCardOnly")
        assert.strictEqual((yield* (yield* World.WorldRuntime).asked("id-card")).length, 0)
        yield* door.execute(actor, "RequestBankCardCode", {
          subject: "account-holder",
          cardNumber: people.wangFang.bankCard ?? "",
          mobile: people.wangFang.mobile ?? ""
        })
        const sms = yield* (yield* World.WorldRuntime).lastSms()
        const done = yield* door.execute(actor, "ConfirmBankCardCode", {
          subject: "account-holder",
          code: sms?.code ?? ""
        })
        assert.deepInclude(done, { step: "done", level: "high" })
      }),
      { there }
    )
  )
})
