import { assert, describe, it } from "@effect/vitest"
import { type Actor, type Enterprise, levelOf, SingleWindow, Store } from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { steps, walkTo } from "../flows/waypoints.js"
import {
  accounts,
  as,
  clerk,
  journalLength,
  kept,
  people,
  story,
  supervisor,
  tagOf,
  tongda,
  xinghai
} from "./twoEnterprises.js"

const name = "ciq_td_01"
const unasked = { enterprise: { askRegistryOnSave: false } }

const editEnterprise = (actor: Actor, edit: Partial<Enterprise>) =>
  Effect.flatMap(SingleWindow, (door) => door.execute(actor, "EditEnterprise", edit))
const editHolder = (actor: Actor, who: Personas.PersonaName) => {
  const { name, document, validity } = Personas.holderOf(who)
  return Effect.flatMap(SingleWindow, (door) =>
    door.execute(actor, "EditHolder", { name, document, ...(validity === undefined ? {} : { validity }) })
  )
}

/** `ciq_td_01`, certified by card and with that card bound. */
const certified = Effect.gen(function* () {
  const actor = yield* as(name)
  yield* walkTo(actor, "AwaitingCardHolderIdentity")
  yield* steps.provideIdentity(actor)
  yield* (yield* SingleWindow).execute(actor, "BindCard", {})
  assert.strictEqual(levelOf(yield* kept(name)), "high")
  return actor
})

/** The same text in another form: full width, small letters, a hyphen, blanks around it. */
const otherForm = (text: string) =>
  fc.constantFrom(
    text,
    ` ${text} `,
    text.toLowerCase(),
    text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
  )

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
