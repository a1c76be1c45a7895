import type { AccountView } from "@single-window/core"
import * as fc from "fast-check"
import { afterAll, describe, expect, it } from "vitest"
import { filterForm, filterText } from "../../src/form/Filter.js"
import { withValue } from "../../src/form/Form.js"
import { type ListMove, movedBy, within } from "../../src/form/List.js"
import { listKeys } from "../../src/keymap.js"
import { type Filter, parsed } from "../../src/screens/accounts/filter.js"
import {
  type AccountsState,
  exportForm,
  filtered,
  hit,
  initial,
  keyOf,
  nextSort,
  orderOf,
  reread,
  resorted,
  rowsOf,
  sorts,
  toggled,
  withoutExport,
  withoutTyping,
  withPage,
  withPageAgain
} from "../../src/screens/accounts/model.js"
import { allRows, appended, KEPT, lacking, nothingYet, refilled, rowAt } from "../../src/screens/accounts/paging.js"
import { arbitraryRows, inOrder, matches, words } from "./accountsReference.js"

let compared = 0
afterAll(() => console.log(`T9: ${compared} states equal to the model of the list`))

const understood = (text: string): Filter => {
  const filter = parsed(text)
  if ("_tag" in filter) throw new Error(`${text} is no filter`)
  return filter
}

describe("T9: the list of accounts", () => {
  it("T9: a filter finds those, and only those, for whom every word holds", () => {
    fc.assert(
      fc.property(arbitraryRows(12), fc.array(words, { maxLength: 4 }), (rows, typed) => {
        const text = typed.map(({ text: one }) => one).join("  ")
        const { holds } = understood(text)
        expect(rows.filter(holds).map(keyOf)).toEqual(rows.filter((row) => matches(row, typed)).map(keyOf))
        compared++
      }),
      { numRuns: 2000 }
    )
  })

  it("T9: what is typed wrong finds nobody by mistake, and is there to be mended", () => {
    for (const text of ["状态:没有", "stat:locked", "origin:", "证件尾号:12345", "状态:正常 年级:三"]) {
      const found = parsed(text)
      expect("_tag" in found).toBe(true)
      const state = initial(text)
      expect(state.filter).toBe("")
      expect(state.typing === undefined ? "" : filterText(state.typing)).toBe(text)
    }
    expect(parsed("statu:locked")).toMatchObject({ _tag: "UnknownField", near: "status" })
  })

  it("T9: any keys in any order leave the list as a plain array of rows would be", () => {
    const moves = Object.keys(listKeys) as ReadonlyArray<ListMove>
    const key = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...moves) },
      { weight: 4, arbitrary: fc.constant("page" as const) },
      fc.constantFrom(
        ...(["mark", "sort", "unmark", "next", "previous", "refresh", "typeEsc", "exportEsc", "changed"] as const)
      )
    )
    fc.assert(
      fc.property(
        arbitraryRows(40),
        fc.array(words, { maxLength: 2 }),
        fc.array(key, { maxLength: 60, size: "max" }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (store, typed, keys, height, size) => {
          const text = typed.map(({ text: one }) => one).join(" ")
          const { holds } = understood(text)
          let state: AccountsState = initial(text)
          // The plain model: what has been read, where one is, what is marked.
          let current = [...store]
          let read = 0
          let ended = false
          let wanted: (typeof sorts)[number] = "username"
          let at = 0
          const marks = new Map<string, AccountView>()
          const all = () => current.slice(0, read).filter((row) => matches(row, typed))
          const shown = () => (ended ? inOrder(all(), wanted) : all())
          const page = () => {
            const rows = current.slice(read, read + size)
            const after = read === 0 ? undefined : String(read)
            read += rows.length
            ended = read >= current.length
            const next = ended ? undefined : String(read)
            state = withPage(state, text, { rows: rows.filter(holds), read: rows.length, after, next })
            // One that comes too late, over a list that has moved on, changes nothing.
            expect(withPage(state, `${text}x`, { rows, read: rows.length, after, next })).toBe(state)
            for (const row of rows.filter(holds)) if (marks.has(keyOf(row))) marks.set(keyOf(row), row)
          }
          for (const pressed of ["page" as const, ...keys]) {
            const { known } = state.paging
            switch (pressed) {
              case "page":
                if (!ended) page()
                break
              case "mark": {
                const row = shown()[at]
                if (row === undefined) break
                state = toggled(state, rowsOf(state)(within(state.list, known, height).at) as AccountView)
                if (!marks.delete(keyOf(row))) marks.set(keyOf(row), row)
                break
              }
              case "sort":
                state = resorted(state, nextSort(state.sort))
                if (ended || wanted === "enterprise") wanted = sorts[(sorts.indexOf(wanted) + 1) % 6] ?? "username"
                break
              case "unmark":
                state = { ...state, marks: new Map() }
                marks.clear()
                break
              case "next":
              case "previous": {
                const by = pressed === "next" ? 1 : -1
                state = hit({ ...state, list: within(state.list, known, height) }, by, height)
                const rows = shown()
                const hits = rows.flatMap((row, place) => (text !== "" || marks.has(keyOf(row)) ? [place] : []))
                const beyond = by === 1 ? hits.filter((place) => place > at) : hits.filter((place) => place < at)
                const around = ended ? hits : []
                at = (by === 1 ? (beyond[0] ?? around[0]) : (beyond.at(-1) ?? around.at(-1))) ?? at
                break
              }
              case "refresh":
                state = reread(state)
                read = 0
                ended = false
                page()
                break
              case "typeEsc": {
                const typing = withValue(filterForm(state.filter), "filter", "用户名:nobody")
                expect(withoutTyping({ ...state, typing, problem: { _tag: "TailTooLong" } })).toEqual(state)
                break
              }
              case "exportEsc":
                expect(withoutExport({ ...state, exporting: exportForm("somewhere.csv") })).toEqual(state)
                break
              case "changed": {
                // Somebody else writes: each page, read again, has the rows as they are now.
                current = current.map((row) => ({ ...row, remark: `${row.remark ?? ""}+` }))
                state.paging.chunks.forEach(({ after }, chunk) => {
                  const from = Number(after ?? 0)
                  const rows = current.slice(from, from + size).filter(holds)
                  state = withPageAgain(state, text, chunk, rows)
                  for (const row of rows) if (marks.has(keyOf(row))) marks.set(keyOf(row), row)
                })
                break
              }
              default:
                state = {
                  ...state,
                  list: movedBy(pressed, within(state.list, known, height), known, height)
                }
                at = { down: at + 1, up: at - 1, pageDown: at + height, pageUp: at - height, first: 0, last: known }[
                  pressed
                ]
            }
            const rows = shown()
            at = Math.max(0, Math.min(at, rows.length - 1))
            const list = within(state.list, state.paging.known, height)
            state = { ...state, list }
            expect(state.paging.known).toBe(rows.length)
            expect(list.at).toBe(at)
            expect(list.at).toBeGreaterThanOrEqual(list.from)
            expect(list.at).toBeLessThan(list.from + height)
            expect(state.sort).toBe(wanted)
            expect(orderOf(state)).toBe(ended ? wanted : "username")
            const place = rowsOf(state)
            expect(rows.map((_, one) => place(one))).toEqual(rows)
            expect(state.marks).toEqual(marks)
            expect(place(rows.length)).toBeUndefined()
            compared++
          }
          // Another filter begins at the top and keeps what is marked.
          const other = filtered(state, "用户名:a")
          expect(other).toEqual({ ...initial("用户名:a"), marks: state.marks })
        }
      ),
      { numRuns: 300 }
    )
  })

  it("T9: of a list longer than is kept, what is near stays, and what was let go comes back as it was", () => {
    const one = fc.sample(
      arbitraryRows(1).filter((rows) => rows.length === 1),
      { numRuns: 1, seed: 9 }
    )[0]?.[0]
    if (one === undefined) throw new Error("no row")
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 100, max: 500 }) }, fc.integer({ min: 0, max: 500 })),
          { minLength: 1, maxLength: 16, size: "max" }
        ),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        (counts, places, height) => {
          const total = counts.reduce((sum, count) => sum + count, 0)
          const every = Array.from({ length: total }, (_, at) => ({ ...one, username: `u${at}` }))
          const largest = Math.max(...counts)
          let paging = nothingYet
          let start = 0
          for (const [at, count] of counts.entries()) {
            const next = at === counts.length - 1 ? undefined : String(start + count)
            paging = appended(paging, every.slice(start, start + count), count, next, paging.known)
            start += count
          }
          const starts = counts.map((_, at) => counts.slice(0, at).reduce((sum, count) => sum + count, 0))
          const held = () => paging.chunks.reduce((sum, { rows }) => sum + (rows?.length ?? 0), 0)
          expect(paging).toMatchObject({ known: total, scanned: total, ended: true, next: undefined })
          expect(held()).toBeLessThanOrEqual(KEPT + largest)
          if (total <= KEPT) expect(allRows(paging)).toEqual(every)
          for (const share of places) {
            const from = Math.max(0, Math.min(total - height, Math.floor(share * total)))
            const lacks = lacking(paging, from, from + height)
            const gone = counts.flatMap((count, at) => {
              const first = starts[at] ?? 0
              const here = first < from + height && first + count > from
              return here && paging.chunks[at]?.rows === undefined ? [at] : []
            })
            expect(lacks).toEqual(gone)
            for (const at of lacks) {
              const first = starts[at] ?? 0
              paging = refilled(paging, at, every.slice(first, first + (counts[at] ?? 0)), from)
            }
            for (let at = from; at < Math.min(total, from + height); at++)
              expect(rowAt(paging, at)?.username).toBe(`u${at}`)
            for (let at = 0; at < total; at += 97) expect([undefined, `u${at}`]).toContain(rowAt(paging, at)?.username)
            expect(rowAt(paging, total)).toBeUndefined()
            expect(held()).toBeLessThanOrEqual(KEPT + 2 * largest)
            compared++
          }
        }
      ),
      { numRuns: 60 }
    )
  })

  it("T9: more rows than are kept stay in the order of user names", () => {
    const [row] =
      fc.sample(
        arbitraryRows(1).filter((rows) => rows.length === 1),
        { numRuns: 1, seed: 9 }
      )[0] ?? []
    if (row === undefined) throw new Error("no row")
    const many = Array.from({ length: KEPT + 1 }, (_, at) => ({ ...row, username: `u${at}` }))
    const page = { rows: many, read: many.length, after: undefined, next: undefined }
    const state = withPage(initial(""), "", page)
    expect(resorted(state, "level")).toBe(state)
    const fewer = withPage(initial(""), "", { ...page, rows: many.slice(1) })
    expect(resorted(fewer, "level").sort).toBe("level")
  })
})
