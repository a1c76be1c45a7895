import type { AccountView } from "@single-window/core"
import * as fc from "fast-check"
import type { Sort } from "../../src/screens/accounts/model.js"

/** What the list of accounts is held to: a plain array, plain comparisons, written down once more and from nothing of it. */

const holder = fc.record({
  name: fc.constantFrom("", "张*", "李**"),
  document: fc.record({
    type: fc.constantFrom("resident-id", "passport"),
    number: fc.constantFrom("", "310***********9981", "110***********999X", "EX***9981")
  })
})

const row: fc.Arbitrary<AccountView> = fc.record({
  username: fc
    .constantFrom("a", "ab", "Abc", "b.1", "b_2", "zhang01", "zhang02", "c")
    .chain((name) => fc.nat({ max: 99 }).map((number) => `${name}${number}`)),
  role: fc.constantFrom("personal", "operator", "administrator"),
  origin: fc.constantFrom("registered", "migrated", "cardless", "card"),
  status: fc.constantFrom("active", "password-change-required", "locked", "deleted"),
  enterprise: fc.record({
    name: fc.constantFrom("", "上海示例申港物流有限公司", "北京示例云帆贸易有限公司", "示例ABC公司"),
    unifiedSocialCreditCode: fc.constant("91310115XN0010384W"),
    organizationCode: fc.constant("XN0010384"),
    legalRepresentativeName: fc.constant("张**")
  }),
  holder,
  mobile: fc.constantFrom("", "138****1001"),
  email: fc.constantFrom("", "a***@example.com"),
  certification: fc.oneof(
    fc.constant({ enterprise: "none", holder: "none", methods: [] }),
    fc.constant({ enterprise: "valid", holder: "valid", methods: ["ic-card"] }),
    fc.constant({ enterprise: "voided", holder: "none", methods: [], voidedBecause: "enterprise-edited" })
  ),
  level: fc.constantFrom("none", "low", "medium", "high"),
  cardBinding: fc.constant("none"),
  administratorAssisted: fc.boolean(),
  journey: fc.option(
    fc.constant({ method: "ic-card", step: "present-card", expiresAt: "2026-11-26T00:00:00.000Z" } as const),
    { nil: undefined }
  )
}) as fc.Arbitrary<AccountView>

const lower = (text: string): string => text.toLowerCase()

/** As the store gives them: each user name once, in their order. */
export const arbitraryRows = (maxLength: number): fc.Arbitrary<ReadonlyArray<AccountView>> =>
  fc
    .uniqueArray(row, { maxLength, size: "max", selector: ({ username }) => lower(username) })
    .map((rows) => [...rows].sort((a, b) => (lower(a.username) < lower(b.username) ? -1 : 1)))

const certificationOf = ({ certification, journey }: AccountView): string => {
  if (certification.methods.length > 0) return "certified"
  if (journey !== undefined) return "under-way"
  return certification.voidedBecause !== undefined ? "voided" : "uncertified"
}

/** A word as it is typed, and for whom it holds. */
export interface Word {
  readonly text: string
  readonly holds: (row: AccountView) => boolean
}

const word = (text: string, holds: Word["holds"]): Word => ({ text, holds })
const startsWith = (start: string) => (one: AccountView) => lower(one.username).startsWith(lower(start))

const known: ReadonlyArray<Word> = [
  word("ab", startsWith("ab")),
  word("用户名:B", startsWith("b")),
  word("user:zhang01", startsWith("zhang01")),
  word("上海", ({ enterprise }) => enterprise.name === "上海示例申港物流有限公司"),
  word("企业：示例", ({ enterprise }) => enterprise.name !== ""),
  word("enterprise:abc", ({ enterprise }) => enterprise.name === "示例ABC公司"),
  word("状态:锁定", ({ status }) => status === "locked"),
  word("STATUS:active", ({ status }) => status === "active"),
  word("状态:已删", ({ status }) => status === "deleted"),
  word("认证:通过", (one) => certificationOf(one) === "certified"),
  word("认证:进行中", (one) => certificationOf(one) === "under-way"),
  word("certification:voided", (one) => certificationOf(one) === "voided"),
  word("认证:未认证", (one) => certificationOf(one) === "uncertified"),
  word("级别:高", ({ level }) => level === "high"),
  word("level:none", ({ level }) => level === "none"),
  word("来源:迁移", ({ origin }) => origin === "migrated"),
  word("类型:管理员", ({ role }) => role === "administrator"),
  word("role:personal", ({ role }) => role === "personal"),
  word("无:手机", ({ mobile }) => mobile === ""),
  word("no:document", (one) => one.holder.document.number === ""),
  word("证件尾号:999x", (one) => one.holder.document.number === "110***********999X"),
  word("tail:81", (one) => /81$/.test(one.holder.document.number)),
  word("证件尾号:*998", () => false)
]

export const words: fc.Arbitrary<Word> = fc.constantFrom(...known)

export const matches = (one: AccountView, typed: ReadonlyArray<Word>): boolean => typed.every(({ holds }) => holds(one))

const ranks: Readonly<Record<Exclude<Sort, "username" | "enterprise">, ReadonlyArray<string>>> = {
  status: ["locked", "password-change-required", "active", "deleted"],
  certification: ["voided", "under-way", "uncertified", "certified"],
  level: ["none", "low", "medium", "high"],
  origin: ["migrated", "cardless", "registered", "card"]
}

/** Taken out group by group, so that within one the order is the one in which they came. */
export const inOrder = (rows: ReadonlyArray<AccountView>, by: Sort): ReadonlyArray<AccountView> => {
  if (by === "username") return rows
  const of = (one: AccountView): string =>
    by === "enterprise" ? one.enterprise.name : by === "certification" ? certificationOf(one) : one[by]
  const groups = by === "enterprise" ? [...new Set(rows.map(of))].sort() : ranks[by]
  return groups.flatMap((group) => rows.filter((one) => of(one) === group))
}
