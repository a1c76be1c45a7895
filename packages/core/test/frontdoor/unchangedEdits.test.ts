import { assert, describe, it } from "@effect/vitest"
import { SingleWindow } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { certified, editEnterprise, editHolder, name } from "./editing.js"
import { as, journalLength, kept, people, story, tongda } from "./twoEnterprises.js"

/** The same text in another form: full width, small letters, a hyphen, blanks around it. */
const otherForm = (text: string) =>
  fc.constantFrom(
    text,
    ` ${text} `,
    text.toLowerCase(),
    text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
  )

describe("the same values in another form", () => {
  const zhang = people.zhangWei
  const form = fc.record({
    name: otherForm(zhang.name),
    number: otherForm(zhang.document.number),
    from: fc.constantFrom(zhang.validity?.from ?? "", "2016-03-01", "2016.03.01"),
    enterprise: otherForm(tongda.name),
    code: otherForm(tongda.unifiedSocialCreditCode),
    representative: otherForm(tongda.legalRepresentativeName)
  })

  it.effect.prop(
    "succeed, record nothing, void nothing and leave a journey alone",
    [form],
    ([given]) =>
      story(
        Effect.gen(function* () {
          const door = yield* SingleWindow
          const actor = yield* certified
          const before = yield* kept(name)
          const length = yield* journalLength
          const period = { from: given.from, to: zhang.validity?.to ?? "" }
          const held = yield* Effect.either(
            door.execute(actor, "EditHolder", {
              name: given.name,
              document: { type: "resident-id", number: given.number },
              validity: period
            })
          )
          // A form of a date that is not taken at all is refused; it is never a change.
          if (held._tag === "Left") assert.strictEqual(held.left._tag, "FieldInvalid")
          else assert.deepStrictEqual(held.right, { changed: [], voided: [] })
          const edited = yield* editEnterprise(actor, {
            name: given.enterprise,
            unifiedSocialCreditCode: given.code,
            legalRepresentativeName: given.representative
          })
          assert.deepStrictEqual(edited, { changed: [], backfilled: [], voided: [] })
          assert.deepStrictEqual(yield* editEnterprise(actor, {}), edited)
          assert.strictEqual(yield* journalLength, length)
          assert.deepStrictEqual(yield* kept(name), before)
        }),
        { there: ["zhang"] }
      ),
    { fastCheck: { numRuns: 15 } }
  )
})

describe("an edit that changes nothing", () => {
  it.effect("asks nobody, even where policy asks on every save", () =>
    story(
      Effect.gen(function* () {
        const outside = yield* World.WorldRuntime
        const actor = yield* as(name)
        yield* editHolder(actor, "zhangWei")
        yield* editEnterprise(actor, tongda)
        assert.deepStrictEqual(yield* outside.asked("id-card"), [])
        assert.deepStrictEqual(yield* outside.asked("registry"), [])
      }),
      { there: ["zhang"], policy: { holder: { askIdCardOnSave: true } } }
    )
  )
})
