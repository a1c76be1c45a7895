import { assert, describe, it } from "@effect/vitest"
import { SingleWindow } from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import { decorated } from "@single-window/testkit/arbitraries"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { steps, walkTo } from "../flows/waypoints.js"
import { as, journalLength, kept, people, story, tagOf } from "./twoEnterprises.js"

const name = "ciq_td_01"
const zhang = people.zhangWei
const { validity = { from: "", to: "" }, document } = zhang

const begun = Effect.gen(function* () {
  const actor = yield* as(name)
  yield* (yield* SingleWindow).execute(actor, "StartCertification", { method: "legal-representative" })
  yield* steps.verifyEnterprise(actor)
  return actor
})

const asked = Effect.flatMap(World.WorldRuntime, (outside) => outside.asked("id-card"))

describe("what a step shows and does not let change (R-61b, R-61c, R-63)", () => {
  it.effect.prop(
    "may come back in any form",
    [decorated(document.number), fc.constantFrom("", " ", "　")],
    ([number, blank]) =>
      story(
        Effect.gen(function* () {
          const actor = yield* begun
          const shown = { name: blank + zhang.name, document: { type: document.type, number } }
          const door = yield* SingleWindow
          for (const subject of ["legal-representative", "account-holder"] as const) {
            yield* door.execute(actor, "VerifyPersonByIdCard", { subject, validity, ...shown })
          }
          assert.strictEqual((yield* kept(name)).certification.holder.state, "valid")
        })
      ),
    { fastCheck: { numRuns: 6 } }
  )

  const others = fc.constantFrom<Personas.PersonaName>("linYong", "wangFang", "yangFan", "chanTaiMan")
  const commands = fc.constantFrom("VerifyPersonByIdCard" as const, "RequestBankCardCode" as const)

  it.effect.prop(
    "must not come back as somebody else's, and then nobody is asked and nothing is kept",
    [others, commands, fc.boolean()],
    ([who, command, nameOnly]) =>
      story(
        Effect.gen(function* () {
          const actor = yield* begun
          const door = yield* SingleWindow
          const other = Personas.holderOf(who)
          const shown = nameOnly ? { name: other.name } : { document: other.document }
          const before = yield* journalLength
          const subject = "legal-representative" as const
          const refused = yield* Effect.flip<unknown, { readonly _tag: string }, never>(
            command === "VerifyPersonByIdCard"
              ? door.execute(actor, command, { subject, validity, ...shown })
              : door.execute(actor, command, {
                  subject,
                  cardNumber: zhang.bankCard ?? "",
                  mobile: zhang.mobile ?? "",
                  ...shown
                })
          )
          assert.strictEqual(refused._tag, "FieldLocked")
          assert.strictEqual(yield* journalLength, before)
          assert.deepStrictEqual(yield* asked, [])
        })
      ),
    { fastCheck: { numRuns: 8 } }
  )
})

describe("a document that the enterprise has already (R-46, R-47)", () => {
  const repeated = Effect.gen(function* () {
    const actor = yield* as(name)
    const door = yield* SingleWindow
    yield* walkTo(actor, "AwaitingCardHolderIdentity")
    return door.execute(actor, "ProvideHolderIdentity", Personas.holderOf("yangFan"))
  })

  it.effect("is told before the verifier is asked, and costs no attempt", () =>
    story(
      Effect.gen(function* () {
        const attempt = yield* repeated
        const before = yield* journalLength
        assert.strictEqual(yield* tagOf(attempt), "DocumentAlreadyInEnterprise")
        assert.deepStrictEqual(yield* asked, [])
        assert.strictEqual(yield* journalLength, before)
      })
    )
  )

  it.effect("is not told once the attempts are spent: nobody may go on guessing", () =>
    story(
      Effect.gen(function* () {
        const attempt = yield* repeated
        const door = yield* SingleWindow
        const wrong = { ...Personas.holderOf("linYong"), validity: { from: "20190909", to: "20390909" } }
        for (let index = 0; index < 5; index++) {
          assert.strictEqual(
            yield* tagOf(door.execute(yield* as(name), "ProvideHolderIdentity", wrong)),
            "PersonNotMatched"
          )
        }
        assert.strictEqual(yield* tagOf(attempt), "AttemptsExhausted")
      })
    )
  )

  it.effect("is not told by a rehearsal", () =>
    story(
      Effect.gen(function* () {
        yield* repeated
        const door = yield* SingleWindow
        const rehearsal = door.rehearse(yield* as(name), "ProvideHolderIdentity", Personas.holderOf("yangFan"))
        assert.notStrictEqual(yield* tagOf(rehearsal), "DocumentAlreadyInEnterprise")
      })
    )
  )
})
