import type { AccountView, Language, QueryInputOf } from "@single-window/core"
import { usernameKey } from "@single-window/core/identifiers"
import { nearest } from "../../commandLine/nearest.js"
import { accountWords } from "../../text/accounts/index.js"

type Asked = Omit<QueryInputOf<"FindAccounts">, "after" | "limit">

/** What was typed after `/`: the part that the query answers, and whether an account is among those meant. */
export interface Filter {
  readonly asked: Asked
  readonly holds: (account: AccountView) => boolean
}

export type FilterProblem =
  | { readonly _tag: "UnknownField"; readonly field: string; readonly near: string | undefined }
  | {
      readonly _tag: "UnknownValue"
      readonly field: string
      readonly value: string
      readonly values: ReadonlyArray<string>
    }
  | { readonly _tag: "TailTooLong" }

type Certification = "certified" | "under-way" | "voided" | "uncertified"

/** Where an account stands with certification, as lists say it. */
export const certificationOf = ({ certification, journey }: AccountView): Certification => {
  if (certification.methods.length > 0) return "certified"
  if (journey !== undefined) return "under-way"
  return certification.voidedBecause === undefined ? "uncertified" : "voided"
}

type Term = Filter | FilterProblem
type Field = (value: string, name: string) => Term

/** One of a few values, by its word in either language or by its code. */
const oneOf =
  <Value extends string>(
    words: Readonly<Record<Language, Readonly<Record<Value, string>>>>,
    term: (value: Value) => Filter
  ): Field =>
  (given, name) => {
    const low = given.toLowerCase()
    const values = Object.keys(words.zh) as ReadonlyArray<string> as ReadonlyArray<Value>
    const meant = values.find((value) =>
      [value, words.zh[value], words.en[value], words.en[value].replaceAll(" ", "-")].includes(low)
    )
    if (meant !== undefined) return term(meant)
    const chinese = /\P{ASCII}/u.test(name)
    const shown = values.map((value) => (chinese ? words.zh[value] : words.en[value].replaceAll(" ", "-")))
    return { _tag: "UnknownValue", field: name, value: given, values: shown }
  }

const missing = {
  email: ({ email }: AccountView) => email,
  mobile: ({ mobile }: AccountView) => mobile,
  document: ({ holder }: AccountView) => holder.document.number,
  name: ({ holder }: AccountView) => holder.name,
  enterprise: ({ enterprise }: AccountView) => enterprise.name
} as const

const missingWords = {
  zh: { email: "邮箱", mobile: "手机", document: "证件", name: "姓名", enterprise: "企业" },
  en: { email: "email", mobile: "mobile", document: "document", name: "name", enterprise: "enterprise" }
} as const

const { zh, en } = accountWords
const contains = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase())

const username: Field = (value) => ({
  asked: { username: value },
  holds: (account) => usernameKey(account.username).startsWith(usernameKey(value))
})
const enterprise: Field = (value) => ({
  asked: {},
  holds: (account) => contains(account.enterprise.name, value)
})

const fields: ReadonlyArray<{ readonly names: ReadonlyArray<string>; readonly field: Field }> = [
  { names: ["用户名", "user", "username"], field: username },
  {
    names: ["状态", "status"],
    field: oneOf({ zh: zh.status, en: en.status }, (status) => ({
      asked: status === "deleted" ? { includeDeleted: true } : {},
      holds: (account) => account.status === status
    }))
  },
  {
    names: ["认证", "certification"],
    field: oneOf({ zh: zh.certification, en: en.certification }, (certification) => ({
      // A journey that has run out is none any more, but the store's column says so only after the next event.
      asked: certification === "certified" || certification === "under-way" ? { certification } : {},
      holds: (account) => certificationOf(account) === certification
    }))
  },
  {
    names: ["来源", "origin"],
    field: oneOf({ zh: zh.origin, en: en.origin }, (origin) => ({
      asked: { origin },
      holds: (account) => account.origin === origin
    }))
  },
  {
    names: ["类型", "role"],
    field: oneOf({ zh: zh.role, en: en.role }, (role) => ({
      asked: { role },
      holds: (account) => account.role === role
    }))
  },
  {
    names: ["级别", "level"],
    field: oneOf({ zh: zh.level, en: en.level }, (level) => ({
      asked: { level },
      holds: (account) => account.level === level
    }))
  },
  { names: ["代码", "code"], field: (value) => ({ asked: { organizationCode: value }, holds: () => true }) },
  { names: ["企业", "enterprise"], field: enterprise },
  {
    names: ["证件尾号", "tail"],
    field: (value) =>
      Array.from(value).length > 4
        ? { _tag: "TailTooLong" }
        : {
            asked: {},
            holds: ({ holder }) => !value.includes("*") && holder.document.number.endsWith(value.toUpperCase())
          }
  },
  {
    names: ["无", "no"],
    field: oneOf(missingWords, (what) => ({ asked: {}, holds: (account) => missing[what](account) === "" }))
  }
]

const placeOf: Readonly<Record<Language, number>> = { zh: 0, en: 1 }

export const fieldNames = (language: Language): ReadonlyArray<string> =>
  fields.map(({ names }) => names[placeOf[language]] ?? "")

const termOf = (word: string): Term => {
  const [, name, value] = /^([^:：]+)[:：](.*)$/u.exec(word) ?? []
  // Only user names are ASCII throughout: whatever else stands alone is part of an enterprise's name.
  if (name === undefined || value === undefined) return (/\P{ASCII}/u.test(word) ? enterprise : username)(word, "")
  const low = name.toLowerCase()
  const known = fields.find(({ names }) => names.includes(low))
  if (known !== undefined) return known.field(value, low)
  const near = nearest(
    low,
    fields.flatMap(({ names }) => names)
  )
  return { _tag: "UnknownField", field: name, near }
}

export const everyone: Filter = { asked: {}, holds: () => true }

/** All that was typed must hold. */
export const parsed = (typed: string): Filter | FilterProblem => {
  let all: Filter = everyone
  for (const word of typed.normalize("NFC").split(/\s+/u).filter(Boolean)) {
    const term = termOf(word)
    if ("_tag" in term) return term
    const { asked, holds } = all
    all = { asked: { ...asked, ...term.asked }, holds: (account) => holds(account) && term.holds(account) }
  }
  return all
}
