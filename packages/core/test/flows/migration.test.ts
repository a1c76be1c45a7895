import { assert, describe, it } from "@effect/vitest"
import {
  AccountEvent,
  type AssessedRow,
  accountOf,
  assess,
  defaultPolicy,
  type Enterprise,
  type MigratedRow,
  migrationClasses,
  Policy
} from "@single-window/core"
import { unifiedSocialCreditCode } from "@single-window/testkit/arbitraries"
import { Either, Schema } from "effect"
import * as fc from "fast-check"
import { EnterpriseEditLimit, EnterpriseEntry, ProfileCompleteness } from "../../src/rules/index.js"
import { anyRow, type FullRow, respelled, rightRow, today } from "./migratedRows.js"

const judged = (row: MigratedRow, policy = defaultPolicy) => assess({ line: 1, row }, policy, today)

/** The row that would come back if a stored account were handed over again. */
const handedOver = (assessed: AssessedRow): MigratedRow => {
  if (assessed.class === "invalid") return assert.fail("nothing is stored")
  const { enterprise, holder, ...rest } = assessed.account
  return {
    username: rest.username,
    source: rest.source,
    enterpriseName: enterprise.name,
    unifiedSocialCreditCode: enterprise.unifiedSocialCreditCode,
    organizationCode: enterprise.organizationCode,
    legalRepresentativeName: enterprise.legalRepresentativeName,
    holderName: holder.name,
    documentType: holder.document.type,
    documentNumber: holder.document.number,
    validFrom: holder.validity?.from ?? "",
    validTo: holder.validity?.to ?? "",
    mobile: rest.mobile,
    email: rest.email,
    remark: rest.remark ?? ""
  }
}

const texts = (value: unknown): ReadonlyArray<string> =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(texts)
      : []

const row: FullRow = {
  username: "ciq_bj_001",
  source: "ciq",
  enterpriseName: "北京示例贸易有限公司",
  unifiedSocialCreditCode: "91110101XN0010018A",
  organizationCode: "XN0010018",
  legalRepresentativeName: "李娜",
  holderName: "张伟",
  documentType: "resident-id",
  documentNumber: "110101199003070011",
  validFrom: "20150301",
  validTo: "20350301",
  mobile: "13800000001",
  email: "user@example.com",
  remark: ""
}

const codesOf = (assessed: AssessedRow) =>
  assessed.reasons.map(({ code, field }) => (field === undefined ? code : `${code}:${field}`))

describe("a migrated row, judged by itself", () => {
  it("has exactly one class, and what is stored of it can be stored: whatever the row holds", () =>
    fc.assert(
      fc.property(anyRow, (any) => {
        const assessed = judged(any)
        assert.include(migrationClasses, assessed.class)
        assert.strictEqual(assessed.reasons.length === 0, assessed.class === "ready")
        if (assessed.class === "invalid") return
        const event = { ...assessed.account, id: accountOf(assessed.account).id }
        assert.isTrue(Either.isRight(Schema.decodeUnknownEither(AccountEvent)(event)))
        for (const text of texts(event)) {
          assert.isFalse(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(text))
          assert.isAtMost(Array.from(text).length, 500)
        }
      }),
      { numRuns: 1000 }
    ))

  it("says ready exactly where completeness finds nothing (R-06)", () =>
    fc.assert(
      fc.property(anyRow, (any) => {
        const assessed = judged(any)
        if (assessed.class === "invalid") return
        const found = ProfileCompleteness.problems(accountOf(assessed.account), defaultPolicy, today)
        if (assessed.class === "ready") assert.deepStrictEqual(found, [])
        else assert.isNotEmpty(found)
      }),
      { numRuns: 1000 }
    ))

  it("is ready when nothing is missing or wrong, and is stored the same however it is spelled", () =>
    fc.assert(
      fc.property(
        rightRow.chain((right) => fc.tuple(fc.constant(right), respelled(right))),
        ([right, other]) => {
          const assessed = judged(right)
          assert.strictEqual(assessed.class, "ready")
          assert.deepStrictEqual(judged(other), assessed)
        }
      ),
      { numRuns: 500 }
    ))

  it("cannot be stored without its source, nor certify without a person", () =>
    fc.assert(
      fc.property(rightRow, fc.constantFrom("", " ", "\t"), (right, blank) => {
        assert.deepInclude(judged({ ...right, source: blank }), { class: "invalid" })
        const nobody = judged({ ...right, holderName: blank, documentNumber: blank, documentType: blank })
        assert.strictEqual(nobody.class, "needs-administrator")
        assert.include(codesOf(nobody), "no-identity")
      })
    ))

  it("is judged and stored the same when it is handed over once more", () =>
    fc.assert(
      fc.property(anyRow, (any) => {
        const assessed = judged(any)
        if (assessed.class !== "invalid") assert.deepStrictEqual(judged(handedOver(assessed)), assessed)
      }),
      { numRuns: 1000 }
    ))

  it("says fixable only where one save within the limit puts the enterprise right (R-12, R-13, D3)", () => {
    const damage = fc.record({
      enterpriseName: fc.constantFrom("right", "blank", "wrong"),
      unifiedSocialCreditCode: fc.constantFrom("right", "blank", "wrong"),
      organizationCode: fc.constantFrom("right", "blank", "wrong"),
      legalRepresentativeName: fc.constantFrom("right", "blank", "wrong")
    })
    const wrong: Enterprise = {
      name: "????有限公司",
      unifiedSocialCreditCode: "91110101XN0010018B",
      organizationCode: "XN0010019",
      legalRepresentativeName: "？？"
    }
    const spoiled = (right: string, how: string, field: keyof Enterprise) =>
      how === "right" ? right : how === "blank" ? "" : wrong[field]
    fc.assert(
      fc.property(rightRow, damage, (right, how) => {
        const truth: Enterprise = {
          name: right.enterpriseName,
          unifiedSocialCreditCode: right.unifiedSocialCreditCode,
          organizationCode: right.organizationCode,
          legalRepresentativeName: right.legalRepresentativeName
        }
        const assessed = judged({
          ...right,
          enterpriseName: spoiled(right.enterpriseName, how.enterpriseName, "name"),
          unifiedSocialCreditCode: spoiled(
            right.unifiedSocialCreditCode,
            how.unifiedSocialCreditCode,
            "unifiedSocialCreditCode"
          ),
          organizationCode: spoiled(right.organizationCode, how.organizationCode, "organizationCode"),
          legalRepresentativeName: spoiled(
            right.legalRepresentativeName,
            how.legalRepresentativeName,
            "legalRepresentativeName"
          )
        })
        if (assessed.class === "invalid") return assert.fail("it can be stored")
        const stored = assessed.account.enterprise
        const saved = EnterpriseEntry.apply(stored, truth, defaultPolicy).pipe(
          Either.flatMap(({ enterprise }) => EnterpriseEditLimit.check(stored, enterprise, defaultPolicy))
        )
        if (Either.isRight(saved)) assert.notInclude(codesOf(assessed), "edit-limit")
        else assert.deepStrictEqual([assessed.class, codesOf(assessed)[0]], ["needs-administrator", "edit-limit"])
        if (assessed.class === "fixable" && Either.isRight(saved)) {
          const account = { ...accountOf(assessed.account), enterprise: saved.right }
          assert.deepStrictEqual(ProfileCompleteness.problems(account, defaultPolicy, today), [])
        }
      }),
      { numRuns: 500 }
    )
  })

  it("lets field after field be mended where policy does not ask the registry at each save", () => {
    const beyond = { ...row, enterpriseName: "？？？", unifiedSocialCreditCode: "1", organizationCode: "1" }
    const unasked = Schema.decodeUnknownSync(Policy)({ enterprise: { askRegistryOnSave: false } })
    assert.strictEqual(judged(beyond).class, "needs-administrator")
    assert.strictEqual(judged(beyond, unasked).class, "fixable")
  })

  it("follows policy where it decides what is wrong: SAR passports, lenient codes, scope", () => {
    const sar = { ...row, documentType: "护照", documentNumber: "K01234567", validFrom: "", validTo: "" }
    const odd = { ...row, unifiedSocialCreditCode: "91110101XN0010018B" }
    const policy = (input: unknown) => Schema.decodeUnknownSync(Policy)(input)
    assert.deepStrictEqual(codesOf(judged(sar)), ["passport-not-prc:holder.document.number"])
    assert.strictEqual(judged(sar, policy({ holder: { allowSarPassports: true } })).class, "ready")
    assert.deepStrictEqual(codesOf(judged(odd)), ["field-wrong:enterprise.unifiedSocialCreditCode"])
    assert.strictEqual(judged(odd, policy({ enterprise: { lenientUnifiedSocialCreditCode: true } })).class, "ready")
    assert.deepStrictEqual(codesOf(judged(row, policy({ scope: { origins: ["cardless"] } }))), ["not-in-scope"])
  })

  it("gives each row of this table the reasons a reader would give", () => {
    const table: ReadonlyArray<readonly [Partial<FullRow>, AssessedRow["class"], ReadonlyArray<string>]> = [
      [{}, "ready", []],
      [{ organizationCode: "" }, "fixable", ["field-missing:enterprise.organizationCode"]],
      [{ organizationCode: "XN0010384" }, "fixable", ["field-wrong:enterprise.organizationCode"]],
      [
        { validFrom: "20350301", validTo: "20150301" },
        "fixable",
        ["field-wrong:holder.validity.from", "field-wrong:holder.validity.to"]
      ],
      [
        { validFrom: "", validTo: "" },
        "fixable",
        ["field-missing:holder.validity.from", "field-missing:holder.validity.to"]
      ],
      [{ validTo: "20200301" }, "fixable", ["field-wrong:holder.validity.to"]],
      [{ documentNumber: "110101900307001" }, "fixable", ["field-wrong:holder.document.number"]],
      [{ documentType: "" }, "fixable", ["field-missing:holder.document.type"]],
      // the number says that it is an identity card, so only its kind was entered wrongly
      [{ documentType: "护照" }, "fixable", ["field-wrong:holder.document.number"]],
      [{ documentType: "军官证" }, "fixable", ["field-wrong:holder.document.type"]],
      [
        { documentType: "军官证", documentNumber: "军字第1号" },
        "needs-administrator",
        ["document-type-unknown:holder.document.type"]
      ],
      [
        { documentType: "护照", documentNumber: "L1234567" },
        "needs-administrator",
        ["passport-not-prc:holder.document.number"]
      ],
      // its number could be that of a PRC passport, but its name says whose it is
      [
        { documentType: "外国护照", documentNumber: "E12345678" },
        "needs-administrator",
        ["passport-not-prc:holder.document.type"]
      ],
      [{ holderName: "", documentNumber: "" }, "needs-administrator", ["no-identity"]],
      [{ holderName: "" }, "fixable", ["field-missing:holder.name"]],
      [
        { enterpriseName: "", unifiedSocialCreditCode: "", organizationCode: "", legalRepresentativeName: "" },
        "fixable",
        ["name", "unifiedSocialCreditCode", "organizationCode", "legalRepresentativeName"].map(
          (field) => `field-missing:enterprise.${field}`
        )
      ],
      [
        { enterpriseName: "", unifiedSocialCreditCode: "1", organizationCode: "" },
        "needs-administrator",
        [
          "edit-limit",
          "field-missing:enterprise.name",
          "field-wrong:enterprise.unifiedSocialCreditCode",
          "field-missing:enterprise.organizationCode"
        ]
      ],
      [{ username: " " }, "invalid", ["username-missing:username"]],
      [{ username: "a\u200bb" }, "invalid", ["username-unusable:username"]],
      [{ source: "\t" }, "invalid", ["source-missing:source"]],
      [{ holderName: "张\u0007伟", remark: "\ud800" }, "invalid", ["unsafe-text:holderName", "unsafe-text:remark"]],
      [{ documentNumber: "1".repeat(65) }, "invalid", ["too-long:documentNumber"]],
      [{ remark: "one\r\n two" }, "ready", []]
    ]
    for (const [change, expected, reasons] of table) {
      const assessed = judged({ ...row, ...change })
      assert.deepStrictEqual([assessed.class, codesOf(assessed)], [expected, reasons])
    }
  })

  it("says why a row could not be read", () => {
    assert.deepStrictEqual(assess({ line: 7, unreadable: "quote" }, defaultPolicy, today), {
      line: 7,
      class: "invalid",
      username: "",
      reasons: [{ code: "quote" }]
    })
  })

  it("keeps a wrong value as it was given: nothing is guessed", () =>
    fc.assert(
      fc.property(unifiedSocialCreditCode, (code) => {
        const wrong = code.slice(0, 17)
        const assessed = judged({ ...row, unifiedSocialCreditCode: wrong })
        assert.strictEqual(
          assessed.class === "invalid" ? "" : assessed.account.enterprise.unifiedSocialCreditCode,
          wrong
        )
      })
    ))
})
