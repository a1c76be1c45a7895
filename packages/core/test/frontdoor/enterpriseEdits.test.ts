import { assert, describe, it } from "@effect/vitest"
import { type Enterprise, levelOf, SingleWindow } from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { certified, editEnterprise, name } from "./editing.js"
import { accounts, as, journalLength, kept, story, supervisor, tagOf, tongda, xinghai } from "./twoEnterprises.js"

const unasked = { enterprise: { askRegistryOnSave: false } }

describe("the edit of an enterprise at the front door (R-10 to R-16)", () => {
  const codes = [tongda.unifiedSocialCreditCode, xinghai.unifiedSocialCreditCode]
  const names = [tongda.name, "北京示例通达商贸有限公司"]
  const edit = fc.record(
    {
      name: fc.constantFrom(...names),
      unifiedSocialCreditCode: fc.constantFrom(...codes),
      organizationCode: fc.constantFrom(tongda.organizationCode, xinghai.organizationCode),
      legalRepresentativeName: fc.constantFrom(tongda.legalRepresentativeName, "李四")
    },
    { requiredKeys: [] }
  )

  it.effect.prop(
    "never changes more than two of the three, always leaves the codes in agreement, and records only what differs (I-5)",
    [fc.array(edit, { minLength: 1, maxLength: 5 })],
    ([edits]) =>
      story(
        Effect.gen(function* () {
          const actor = yield* as(name)
          for (const given of edits) {
            const before = (yield* kept(name)).enterprise
            const length = yield* journalLength
            const answer = yield* Effect.either(editEnterprise(actor, given))
            const after = (yield* kept(name)).enterprise
            const changed = (["name", "unifiedSocialCreditCode", "organizationCode"] as const).filter(
              (field) => before[field] !== after[field]
            )
            assert.isAtMost(changed.length, 2)
            assert.strictEqual(after.organizationCode, after.unifiedSocialCreditCode.slice(8, 17))
            if (answer._tag === "Left") {
              assert.deepStrictEqual(after, before)
              assert.strictEqual(yield* journalLength, length)
              if (answer.left._tag === "TooManyFieldsChanged") assert.strictEqual(answer.left.changed.length, 3)
              else assert.strictEqual(answer.left._tag, "OrganizationCodeMismatch")
            } else {
              const differing = Object.keys(after).filter(
                (field) => before[field as keyof Enterprise] !== after[field as keyof Enterprise]
              )
              assert.sameMembers([...answer.right.changed], differing)
              assert.strictEqual((yield* journalLength) - length, differing.length === 0 ? 0 : 1)
            }
          }
        }),
        { there: ["zhang"], policy: unasked }
      ),
    { fastCheck: { numRuns: 20 } }
  )

  it.effect("another organization's code and another name in one save are too many: the back-fill counts (D2)", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* as(name)
        const { unifiedSocialCreditCode } = xinghai
        const refused = yield* Effect.flip(editEnterprise(actor, { name: xinghai.name, unifiedSocialCreditCode }))
        assert.deepInclude(refused, {
          _tag: "TooManyFieldsChanged",
          changed: ["name", "unifiedSocialCreditCode", "organizationCode"]
        })
        const moved = yield* editEnterprise(actor, { unifiedSocialCreditCode })
        assert.deepStrictEqual(moved, {
          changed: ["unifiedSocialCreditCode", "organizationCode"],
          backfilled: ["organizationCode"],
          voided: []
        })
      }),
      { there: ["zhang"], policy: unasked }
    )
  )

  it.effect("a move next to an account with the same document is refused, and nothing moves (R-24)", () =>
    story(
      Effect.gen(function* () {
        yield* World.seed({ ...accounts.other, username: "ciq_xh_02", holder: Personas.holderOf("zhangWei") })
        const actor = yield* as(name)
        const before = yield* kept(name)
        const refused = yield* Effect.flip(
          editEnterprise(actor, { unifiedSocialCreditCode: xinghai.unifiedSocialCreditCode })
        )
        assert.strictEqual(refused._tag, "DocumentAlreadyInEnterprise")
        const correction = { account: name, ...xinghai, reason: "call 17", evidence: "file 4" }
        const door = yield* SingleWindow
        assert.strictEqual(
          yield* tagOf(door.execute(supervisor, "CorrectEnterprise", correction)),
          "DocumentAlreadyInEnterprise"
        )
        assert.deepStrictEqual(yield* kept(name), before)
      }),
      { policy: unasked }
    )
  )

  it.effect("an administrator cannot take its seat to another enterprise, nor take a seat that is taken", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const manager = yield* as("tdmanager")
        const { unifiedSocialCreditCode } = xinghai
        const refused = yield* Effect.flip(editEnterprise(manager, { unifiedSocialCreditCode }))
        assert.deepInclude(refused, { _tag: "FieldLocked", field: "organizationCode" })
        yield* editEnterprise(manager, { legalRepresentativeName: "李四" })
        const correction = { account: "tdmanager", ...xinghai, reason: "call 17", evidence: "file 4" }
        assert.strictEqual(
          yield* tagOf(door.execute(supervisor, "CorrectEnterprise", correction)),
          "AdministratorAlreadyRegistered"
        )
      }),
      { policy: unasked }
    )
  )

  it.effect("an operator who moves is a personal account there, and one that moves back is not an operator again", () =>
    story(
      Effect.gen(function* () {
        const operator = yield* as("tdoper01")
        yield* editEnterprise(operator, { unifiedSocialCreditCode: xinghai.unifiedSocialCreditCode })
        assert.strictEqual((yield* kept("tdoper01")).role, "personal")
        yield* editEnterprise(operator, { unifiedSocialCreditCode: tongda.unifiedSocialCreditCode })
        assert.strictEqual((yield* kept("tdoper01")).role, "personal")
      }),
      { policy: unasked }
    )
  )

  it.effect("voids the enterprise's certification in the same commit, and not the holder's nor the card's (D7)", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* certified
        const answer = yield* editEnterprise(actor, { legalRepresentativeName: "李四" })
        assert.deepStrictEqual(answer.voided, ["enterprise-certification"])
        const after = yield* kept(name)
        assert.strictEqual(after.certification.enterprise.state, "voided")
        assert.strictEqual(after.certification.holder.state, "valid")
        assert.deepStrictEqual(after.certification.methods, [])
        assert.strictEqual(levelOf(after), "none")
        assert.strictEqual(after.cardBinding.state, "bound")
      }),
      { policy: unasked }
    )
  )

  it.effect("by staff goes beyond the limit, with evidence, and voids as well (R-16)", () =>
    story(
      Effect.gen(function* () {
        yield* certified
        const door = yield* SingleWindow
        const given = { account: name, ...Personas.enterpriseOf("cooperative"), reason: "call 17", evidence: "file 4" }
        const blank = yield* Effect.flip(door.execute(supervisor, "CorrectEnterprise", { ...given, evidence: " " }))
        assert.deepInclude(blank, { _tag: "FieldInvalid", field: "evidence", problem: "missing" })
        const corrected = yield* door.execute(supervisor, "CorrectEnterprise", given)
        assert.strictEqual(corrected.changed.length, 4 - (tongda.legalRepresentativeName === "张伟" ? 1 : 0))
        assert.deepStrictEqual(corrected.voided, ["enterprise-certification"])
        assert.strictEqual((yield* kept(name)).certification.voidedBecause, "corrected-by-staff")
        const length = yield* journalLength
        yield* door.execute(supervisor, "CorrectEnterprise", given)
        assert.strictEqual(yield* journalLength, length)
      })
    )
  )
})
