import type { AccountView } from "@single-window/core"
import * as fc from "fast-check"
import stringWidth from "string-width"
import { afterAll, describe, expect, it } from "vitest"
import { table } from "../../src/components/table.js"
import { atTop } from "../../src/form/List.js"
import { safeText } from "../../src/safeText.js"
import { type Drawing, nextRows, overviewRows, whyRows } from "../../src/screens/account/bodies.js"
import { en as accountEn } from "../../src/screens/account/en.js"
import { initial, type Revealable, revealable, type Seen } from "../../src/screens/account/model.js"
import { zhCN as accountZh } from "../../src/screens/account/zhCN.js"
import { csvHead, csvLine } from "../../src/screens/accounts/csv.js"
import { en } from "../../src/screens/accounts/en.js"
import { cellsIn, columnsIn, selectedRows } from "../../src/screens/accounts/rows.js"
import { zhCN } from "../../src/screens/accounts/zhCN.js"
import { fitRow, type Row } from "../../src/terminal/Row.js"
import { acting, calculates, cellsOf, hostileText, hostileTexts } from "./hostileTexts.js"

let texts = 0
let lines = 0
afterAll(() => console.log(`T24: 0 of ${lines} lines and cells broken by ${texts} hostile texts`))

const hostile = fc.record({
  username: hostileText,
  source: hostileText,
  remark: hostileText,
  enterprise: fc.record({
    name: hostileText,
    unifiedSocialCreditCode: hostileText,
    organizationCode: hostileText,
    legalRepresentativeName: hostileText
  }),
  holder: fc.record({ name: hostileText, document: fc.record({ type: hostileText, number: hostileText }) }),
  mobile: hostileText,
  email: hostileText
})
type Hostile = typeof hostile extends fc.Arbitrary<infer A> ? A : never
const TEXTS = 12

const accountOf = (given: Hostile): AccountView => ({
  ...given,
  role: "personal",
  origin: "migrated",
  status: "active",
  certification: { enterprise: "none", holder: "none", methods: [] },
  level: "none",
  cardBinding: "none",
  administratorAssisted: false
})
const every = (text: string): Hostile => ({
  username: text,
  source: text,
  remark: text,
  enterprise: {
    name: text,
    unifiedSocialCreditCode: text,
    organizationCode: text,
    legalRepresentativeName: text
  },
  holder: { name: text, document: { type: text, number: text } },
  mobile: text,
  email: text
})

const said = (row: Row) => row.map(({ text }) => text).join("")

/** Whatever is drawn is on one line of its own, within the window, and nothing of it acts on anything. */
const drawn = (rows: ReadonlyArray<Row>, columns: number) =>
  rows.map((row) => {
    const line = said(fitRow(row, columns))
    expect(acting.exec(line)?.[0]).toBeUndefined()
    expect(line).not.toMatch(/\p{M}{5}/u)
    expect(stringWidth(line)).toBeLessThanOrEqual(columns)
    lines++
    return line
  })

const inList = (account: AccountView, columns: number) => {
  for (const [language, words] of [
    ["zh", zhCN],
    ["en", en]
  ] as const) {
    const shape = columnsIn(words, columns)
    const rows = table({
      columns: shape,
      height: 3,
      list: atTop,
      count: 2,
      item: () => account,
      cells: cellsIn(language)
    })
    // Sign, cells and what is between them: each begins where the heading of its column does.
    const whole = 3 + shape.reduce((sum, { width }) => sum + width, 0) + 2 * (shape.length - 1)
    for (const row of rows.slice(0, 3)) expect(stringWidth(said(row))).toBe(whole)
    let from = 3
    for (const { width } of shape.slice(0, 2)) from += width + 2
    const status = language === "zh" ? "正常" : "active"
    for (const row of rows.slice(1, 3)) {
      const line = said(row)
      const places = [...line.matchAll(new RegExp(status, "g"))].map(({ index }) => stringWidth(line.slice(0, index)))
      expect(places).toContain(from)
    }
    drawn([...rows, ...selectedRows(account, words, language, columns)], columns)
  }
}

const inDetail = (
  account: AccountView,
  text: string,
  columns: number,
  clear: ReadonlyArray<Revealable> = revealable,
  languages: ReadonlyArray<"zh" | "en"> = ["zh", "en"]
) => {
  const entry = {
    version: 1,
    at: "2026-11-25T00:00:00.000Z",
    event: "AccountTakenOver",
    actor: text,
    details: { role: text, remark: text },
    reason: text
  }
  const seen = {
    details: account,
    explained: { findings: [{ code: "facet-valid", facts: { facet: text, by: text }, rules: ["R-01"] }] },
    completeness: { problems: [{ about: "holder", field: text, problem: text }] },
    plan: { to: "low", reached: false, ways: [], blocked: [] },
    history: [entry, { ...entry, event: text }]
  } as unknown as Seen
  for (const language of languages) {
    const words = language === "zh" ? accountZh : accountEn
    const drawing: Drawing = { words, language, columns, now: 0, seconds: 30 }
    for (const field of [undefined, ...clear] as ReadonlyArray<Revealable | undefined>) {
      const state = field === undefined ? initial : { ...initial, revealed: { field, value: text, until: 1 } }
      const rows = drawn(overviewRows(state, seen, drawing, 17), columns)
      // In clear it is there to its end.
      const bare = (one: string) => one.replaceAll(/\s/g, "")
      if (field !== undefined && !/[\u2013-\u2026]/.test(text))
        expect(bare(rows.join(""))).toContain(bare(safeText(text)))
    }
    drawn([...whyRows(seen, drawing), ...nextRows(seen, drawing)], columns)
  }
}

const inFile = (accounts: ReadonlyArray<AccountView>) => {
  const csv = csvHead + accounts.map(csvLine).join("")
  expect(csv.startsWith("\uFEFF")).toBe(true)
  const [head = [], ...rows] = cellsOf(csv.slice(1))
  expect(rows).toHaveLength(accounts.length)
  for (const [at, cells] of rows.entries()) {
    expect(cells).toHaveLength(head.length)
    for (const cell of cells) {
      expect(acting.exec(cell)?.[0]).toBeUndefined()
      expect([cell, calculates.test(cell)]).toEqual([cell, false])
      lines++
    }
    // An apostrophe may stand before it, else it is what a reader would see.
    expect([safeText(accounts[at]?.username ?? ""), `'${safeText(accounts[at]?.username ?? "")}`]).toContain(cells[0])
  }
}

describe("T24: accounts with hostile texts", () => {
  it.each(Object.entries(hostileTexts))("T24: %s in every field", (_, text) => {
    const account = accountOf(every(text))
    for (const columns of [59, 79, 199]) {
      inList(account, columns)
      inDetail(account, text, columns)
    }
    inFile([account])
    texts += TEXTS
  })

  it("T24: anything of that put together", () => {
    fc.assert(
      fc.property(
        hostile,
        hostileText,
        fc.constantFrom(59, 79, 120),
        fc.constantFrom(...revealable),
        (given, text, columns, clear) => {
          const account = accountOf(given)
          inList(account, columns)
          inDetail(account, text, columns, [clear], [columns === 79 ? "zh" : "en"])
          inFile([account, accountOf({ ...given, username: text })])
          texts += TEXTS + 1
        }
      ),
      { numRuns: 800 }
    )
  })
})
