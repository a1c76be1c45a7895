import {
  exported,
  type Fault,
  type HeadRow,
  hashInput,
  Ledger,
  type PlacedEventRow,
  Store,
  StoreUnavailable,
  Vault
} from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as Runtime from "effect/Runtime"
import * as Stream from "effect/Stream"
import * as fc from "fast-check"
import type { Case } from "../Case.js"
import { same, Violation } from "../Violation.js"
import { accountId, begun, commitOf, history, renamed } from "./accounts.js"
import { afterTampering, at, type Tampering } from "./tampering.js"

type Needs = Store | Ledger | Vault

const report = (tampering: Tampering) =>
  Effect.provide(
    Effect.flatMap(Store, (store) => store.verifyJournal),
    afterTampering(tampering)
  )

const fault = (number: number, version: number, what: Fault["fault"]): Fault => ({
  stream: accountId(number),
  version,
  fault: what
})

/** Three accounts of four events each, then somebody at the tables, then what verification says first. */
const finds = (name: Case<Needs>["name"], cases: ReadonlyArray<readonly [Tampering, Fault]>): Case<Needs> => ({
  name,
  run: Effect.gen(function* () {
    yield* history(3, 4)
    for (const [tampering, first] of cases) {
      const { firstBad, verified } = yield* report(tampering)
      yield* same({ firstBad, verified }, { firstBad: first, verified: false })
    }
  })
})

const two = accountId(2)
const setting = (fields: Partial<PlacedEventRow>) => at(two, 3, (event) => [{ ...event, ...fields }])
const headOfTwo = (edit: (head: HeadRow) => ReadonlyArray<HeadRow>) => ({
  heads: (rows: ReadonlyArray<HeadRow>) => rows.flatMap((head) => (head.stream === two ? edit(head) : [head]))
})
const swapped = (a: number, b: number) => (rows: ReadonlyArray<PlacedEventRow>) => {
  const versionAt = (version: number) => (version === a ? b : version === b ? a : version)
  return rows.map((row) =>
    row.stream === two
      ? (rows.find((other) => other.stream === two && other.version === versionAt(row.version)) ?? row)
      : row
  )
}

const edits: fc.Arbitrary<(rows: ReadonlyArray<PlacedEventRow>) => ReadonlyArray<PlacedEventRow>> = fc
  .tuple(
    fc.nat(11),
    fc.oneof(
      fc.constant((_: PlacedEventRow): ReadonlyArray<PlacedEventRow> => []),
      fc.constant((row: PlacedEventRow) => [row, row]),
      fc
        .tuple(fc.constantFrom("tag", "actor", "body", "previous", "hash", "stream"), fc.nat(1000), fc.nat(25))
        .map(([column, place, letter]) => (row: PlacedEventRow) => {
          const text = row[column as "tag"]
          const index = place % text.length
          const other = String.fromCharCode(97 + letter)
          const replacement = text[index] === other ? "~" : other
          return [{ ...row, [column]: text.slice(0, index) + replacement + text.slice(index + 1) }]
        }),
      fc
        .integer()
        .filter((by) => by !== 0)
        .map((by) => (row: PlacedEventRow) => [{ ...row, at: row.at + by }])
    )
  )
  .map(
    ([place, edit]) =>
      (rows) =>
        rows.flatMap((row, index) => (index === place ? edit(row) : [row]))
  )

/** That nobody can change the journal unseen, or carry a sealed text elsewhere. */
export const journal: ReadonlyArray<Case<Needs>> = [
  {
    name: "MUST find a sound journal sound",
    run: Effect.gen(function* () {
      const store = yield* Store
      yield* same(yield* store.verifyJournal, { events: 0, streams: 0, verified: true })
      yield* history(3, 4)
      yield* same(yield* store.verifyJournal, { events: 12, streams: 3, verified: true })
      yield* same(yield* report({}), { events: 12, streams: 3, verified: true })
    })
  },
  {
    name: "MUST find a journal sound to which others write meanwhile",
    run: Effect.gen(function* () {
      const store = yield* Store
      const ledger = yield* Ledger
      yield* history(2, 2)
      const write = Effect.gen(function* () {
        yield* store.commit(commitOf(yield* store.load(accountId(1)), renamed("一"), renamed("二")))
        yield* store.commit(commitOf(undefined, begun(3)))
        yield* store.commit(commitOf(yield* store.load(accountId(1)), renamed("三")))
      })
      const busy = { ...ledger, heads: Stream.concat(Stream.drain(Stream.fromEffect(write)), ledger.heads) }
      const found = yield* Effect.provide(
        Effect.flatMap(Store, (other) => other.verifyJournal),
        Store.layer.pipe(Layer.provide(Layer.succeed(Ledger, busy)))
      )
      yield* same(found, { events: 8, streams: 3, verified: true })
    })
  },
  finds("MUST find every altered column of an entry, and say which entry", [
    [{ events: setting({ tag: "HolderEdited" }) }, fault(2, 3, "altered")],
    [{ events: setting({ at: 0 }) }, fault(2, 3, "altered")],
    [{ events: setting({ actor: "staff:nobody/viewer" }) }, fault(2, 3, "altered")],
    [{ events: setting({ body: "1.AAAA" }) }, fault(2, 3, "altered")],
    [{ events: setting({ hash: "0" }) }, fault(2, 3, "altered")],
    [{ events: setting({ previous: "0" }) }, fault(2, 3, "broken-link")],
    [{ events: setting({ version: 7 }) }, fault(2, 3, "gap")],
    [{ events: setting({ stream: accountId(1) }) }, fault(1, 4, "gap")]
  ]),
  finds("MUST find a missing, added or displaced entry, and say where", [
    [{ events: at(two, 2, () => []) }, fault(2, 2, "gap")],
    [{ events: at(two, 1, () => []) }, fault(2, 1, "gap")],
    [{ events: at(two, 2, (event) => [event, event]) }, fault(2, 3, "gap")],
    [{ events: at(two, 2, (event) => [event, { ...event, version: 3 }]) }, fault(2, 3, "broken-link")],
    [{ events: swapped(2, 3) }, fault(2, 2, "gap")]
  ]),
  finds("MUST find a tail that was cut off, of the journal or of the accounts", [
    [{ events: at(two, 4, () => []) }, fault(2, 4, "head-differs")],
    [{ events: (rows) => rows.slice(0, -3) }, fault(1, 4, "head-differs")],
    [{ events: (rows) => rows.filter(({ stream }) => stream !== two) }, fault(2, 4, "missing")],
    [headOfTwo(() => []), fault(2, 4, "missing")],
    [headOfTwo((head) => [{ ...head, version: 3 }]), fault(2, 3, "head-differs")],
    [headOfTwo((head) => [{ ...head, hash: "0" }]), fault(2, 4, "head-differs")]
  ]),
  {
    name: "MUST find any single change to the journal",
    run: Effect.gen(function* () {
      yield* history(3, 4)
      const runtime = yield* Effect.runtime<Needs>()
      yield* Effect.tryPromise({
        try: () =>
          fc.assert(
            fc.asyncProperty(edits, async (events) => {
              const { verified } = await Runtime.runPromise(runtime)(report({ events }))
              return !verified
            }),
            { numRuns: 300 }
          ),
        catch: (error) => new Violation({ saw: `a change went unseen: ${String(error)}` })
      })
    })
  },
  {
    name: "MUST NOT open an entry that was carried to another place, even with its hashes made anew",
    run: Effect.gen(function* () {
      yield* history(2, 3)
      const vault = yield* Vault
      const rehash = (event: PlacedEventRow): PlacedEventRow => ({
        ...event,
        hash: vault.digest(hashInput(exported(event, vault.digest)))
      })
      const bodyOf = (rows: ReadonlyArray<PlacedEventRow>, stream: string, version: number) =>
        rows.find((row) => row.stream === stream && row.version === version)?.body ?? ""
      for (const [stream, version] of [
        [two, 2],
        [accountId(1), 3]
      ] as const) {
        const events: Tampering["events"] = (rows) =>
          at(two, 3, (event) => [rehash({ ...event, body: bodyOf(rows, stream, version) })])(rows)
        const read = yield* Effect.either(
          Effect.provide(
            Effect.flatMap(Store, (store) => store.history(two)),
            afterTampering({ events })
          )
        )
        yield* same(read, Either.left(new StoreUnavailable({ reason: "vault" })))
      }
    })
  },
  {
    name: "MUST NOT open a state that was carried to another account or version, key and all",
    run: Effect.gen(function* () {
      const store = yield* Store
      const ledger = yield* Ledger
      yield* history(2, 2)
      const old = yield* ledger.head(two)
      yield* store.commit(commitOf(yield* store.load(two), renamed("新")))
      const other = yield* ledger.head(accountId(1))
      for (const from of [old, other]) {
        const carried = headOfTwo((head) => [{ ...head, state: from?.state ?? "", dataKey: from?.dataKey ?? "" }])
        const read = yield* Effect.either(
          Effect.provide(
            Effect.flatMap(Store, (view) => view.load(two)),
            afterTampering(carried)
          )
        )
        yield* same(read, Either.left(new StoreUnavailable({ reason: "vault" })))
      }
    })
  }
]
