import { type HeadFilter, type HeadRow, Ledger } from "@single-window/core"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Case, ServiceOf } from "../Case.js"
import { expect, same } from "../Violation.js"
import { append, commitOf } from "./rows.js"

type LedgerService = ServiceOf<typeof Ledger>

const streams = (heads: ReadonlyArray<HeadRow>) => heads.map(({ stream }) => stream)
const collect = <A, E>(stream: Stream.Stream<A, E>) => Effect.map(Stream.runCollect(stream), Chunk.toReadonlyArray)

const store = (ledger: LedgerService, ...heads: ReadonlyArray<readonly [stream: string, fields: Partial<HeadRow>]>) =>
  ledger.commit(heads.map(([stream, head]) => commitOf(append(stream, { head }))))

const pages = (ledger: LedgerService, filter: HeadFilter, between: Effect.Effect<unknown, unknown> = Effect.void) =>
  Effect.gen(function* () {
    const found: Array<string> = []
    let after: HeadFilter["after"]
    for (let page = 0; page < 100; page++) {
      const heads = yield* ledger.find({ ...filter, ...(after === undefined ? {} : { after }) })
      yield* expect(heads.length <= filter.limit, `${heads.length} on a page of ${filter.limit}`)
      found.push(...streams(heads))
      after = heads.at(-1)
      if (after === undefined) break
      yield* between
    }
    return found
  })

/** Lists, the journal, and what a list must leave out. */
export const reading: ReadonlyArray<Case<Ledger>> = [
  {
    name: "MUST list by user-name key and then by stream, in code-point order, page by page",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const keys = ["b", "a", "a", "B", "中", "𠮷", "\uff5e", "a b", "z", "a", "é", "Z"]
      yield* store(ledger, ...keys.map((usernameKey, index) => [`s${(index * 7) % 12}`, { usernameKey }] as const))
      const all = streams(yield* ledger.find({ limit: 100 }))
      // B Z a(s2 s3 s7) "a b" b z é 中 ～ 𠮷
      yield* same(all, ["s9", "s5", "s2", "s3", "s7", "s1", "s0", "s8", "s10", "s4", "s6", "s11"])
      for (const limit of [1, 2, 5, 12, 13]) yield* same(yield* pages(ledger, { limit }), all)
    })
  },
  {
    name: "MUST keep a page's place while others write",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const numbers = Array.from({ length: 30 }, (_, index) => String(index).padStart(2, "0"))
      yield* store(ledger, ...numbers.map((number) => [`s${number}`, { usernameKey: `m${number}` }] as const))
      let written = 0
      const before = Effect.suspend(() => store(ledger, [`new${written}`, { usernameKey: `a${written++}` }]))
      yield* same(
        yield* pages(ledger, { limit: 4 }, before),
        numbers.map((number) => `s${number}`)
      )
      yield* same(written, 8)
    })
  },
  {
    name: "MUST hide deleted accounts unless they are asked for",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* store(ledger, ["a", {}], ["b", { deleted: true }], ["c", {}])
      yield* same(streams(yield* ledger.find({ limit: 10 })), ["a", "c"])
      yield* same(streams(yield* ledger.find({ limit: 2, includeDeleted: true })), ["a", "b"])
      yield* same(streams(yield* ledger.find({ limit: 10, includeDeleted: true })), ["a", "b", "c"])
    })
  },
  {
    name: "MUST filter by every column it offers, alone and together",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const columns = ["role", "origin", "level", "certification", "scope", "document"] as const
      const common = Object.fromEntries(columns.map((column) => [column, "common"]))
      yield* store(
        ledger,
        ["all", common],
        ...columns.map((column) => [`not-${column}`, { ...common, [column]: "other" }] as const)
      )
      for (const column of columns) {
        yield* same(streams(yield* ledger.find({ limit: 10, [column]: "other" })), [`not-${column}`])
        const others = streams(yield* ledger.find({ limit: 10, [column]: "common" }))
        yield* expect(!others.includes(`not-${column}`), `${column} is not looked at`)
      }
      yield* same(streams(yield* ledger.find({ limit: 10, ...common })), ["all"])
      yield* same(yield* ledger.find({ limit: 10, ...common, role: "Common" }), [])
    })
  },
  {
    name: "MUST take the beginning of a user name by the letter",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const names = [
        "a",
        "a%b",
        "a_b",
        "a\\b",
        "aXb",
        "a'b",
        "A",
        "ab",
        "b",
        "a\u{10ffff}",
        "a\u{10ffff}z",
        "a\ud7ff",
        "a\ue000"
      ]
      yield* store(ledger, ...names.map((usernameKey, index) => [`s${index}`, { usernameKey }] as const))
      const prefixes = [
        "",
        "a",
        "a%",
        "a_",
        "a\\",
        "a'",
        "A",
        "aX",
        "%",
        "_",
        "c",
        "a\u{10ffff}",
        "a\ud7ff",
        "\u{10ffff}"
      ]
      for (const usernamePrefix of prefixes) {
        const found = yield* ledger.find({ limit: 100, usernamePrefix })
        yield* same(
          found.map((head) => head.usernameKey).sort(),
          names.filter((name) => name.startsWith(usernamePrefix)).sort()
        )
      }
    })
  },
  {
    name: "MUST give everyone who had a user name, the newest first",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const usernameKey = "shared"
      yield* store(
        ledger,
        ["m", { usernameKey, createdAt: 20, deleted: true }],
        ["z", { usernameKey, createdAt: 10, deleted: true }],
        ["k", { usernameKey, createdAt: 30, deleted: true }],
        ["a", { usernameKey, createdAt: 30 }],
        ["x", { usernameKey: "shared2", createdAt: 40 }]
      )
      yield* ledger.commit([
        commitOf(append("z", { expected: 1, head: { usernameKey, createdAt: 10, deleted: true } }))
      ])
      yield* same(streams(yield* ledger.byUsername(usernameKey)), ["a", "k", "m", "z"])
    })
  },
  {
    name: "MUST keep the journal in the order of the commits, with a rising position for every event",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a", { events: 2 }), append("b"))])
      yield* ledger.commit([commitOf(append("c", { expected: 5 })), commitOf(append("b", { expected: 1 }))])
      yield* ledger.commit([commitOf(append("a", { expected: 2 }))])
      const journal = yield* collect(ledger.journal(0))
      yield* same(
        journal.map(({ stream, version }) => `${stream}${version}`),
        ["a1", "a2", "b1", "b2", "a3"]
      )
      const positions = journal.map(({ position }) => position)
      yield* same(
        positions,
        [...positions].sort((a, b) => a - b)
      )
      yield* same(new Set(positions).size, 5)
      for (const [index, position] of positions.entries()) {
        yield* same(yield* collect(ledger.journal(position)), journal.slice(index + 1))
      }
    })
  },
  {
    name: "MUST NOT mix the events of two streams",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      yield* ledger.commit([commitOf(append("a"), append("aa"))])
      yield* ledger.commit([commitOf(append("aa", { expected: 1 }), append("a", { expected: 1, events: 2 }))])
      const of = (stream: string) =>
        Effect.map(ledger.events(stream), (events) => events.map((e) => `${e.stream}${e.version}`))
      yield* same(yield* of("a"), ["a1", "a2", "a3"])
      yield* same(yield* of("aa"), ["aa1", "aa2"])
    })
  },
  {
    name: "MUST give every event, head and claim once, however many there are",
    run: Effect.gen(function* () {
      const ledger = yield* Ledger
      const all = Array.from({ length: 1203 }, (_, index) => `s${String(index).padStart(5, "0")}`)
      yield* ledger.commit(all.map((stream) => commitOf(append(stream, { claim: [`claim of ${stream}`] }))))
      yield* same(
        (yield* collect(ledger.journal(0))).map(({ stream }) => stream),
        all
      )
      yield* same((yield* collect(ledger.heads)).map(({ stream }) => stream).sort(), all)
      const held = yield* collect(ledger.claims)
      yield* same(
        held.map(({ claim, owner }) => `${claim}|${owner}`).sort(),
        all.map((s) => `claim of ${s}|${s}`)
      )
    })
  }
]
