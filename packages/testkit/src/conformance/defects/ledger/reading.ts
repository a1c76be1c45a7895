import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { headOf } from "../../cases/ledger/rows.js"
import { says } from "../Planted.js"
import { type BrokenLedger, byOffset, like, newestLast } from "./spoil.js"

/** Ledgers that read wrongly. */
export const reading: ReadonlyArray<BrokenLedger> = [
  {
    defect: says("位置从读取处重新计数", "counts positions from where one starts to read"),
    make: (ledger) => ({
      ...ledger,
      journal: (position) =>
        Stream.map(Stream.zipWithIndex(ledger.journal(position)), ([event, index]) => ({
          ...event,
          position: index + 1
        }))
    }),
    caughtBy: ["MUST keep the journal in the order of the commits, with a rising position for every event"]
  },
  {
    defect: says("列出已删除的账号", "lists deleted accounts"),
    make: (ledger) => ({ ...ledger, find: (filter) => ledger.find({ ...filter, includeDeleted: true }) }),
    caughtBy: ["MUST hide deleted accounts unless they are asked for"]
  },
  {
    defect: says("按条数翻页", "counts off pages"),
    make: byOffset,
    caughtBy: ["MUST keep a page's place while others write"]
  },
  {
    defect: says("翻页只看用户名，不看账号", "begins a page after the user name and not after the stream"),
    make: (ledger) => ({
      ...ledger,
      find: ({ after, ...filter }) =>
        ledger.find(after === undefined ? filter : { ...filter, after: { ...after, stream: "\u{10ffff}" } })
    }),
    caughtBy: ["MUST list by user-name key and then by stream, in code-point order, page by page"]
  },
  {
    defect: says("把前缀当作通配符", "takes a beginning for a pattern"),
    make: (ledger) => ({
      ...ledger,
      find: ({ usernamePrefix = "", ...filter }) =>
        Effect.map(ledger.find(filter), (heads) => heads.filter((head) => like(usernamePrefix, head.usernameKey)))
    }),
    caughtBy: ["MUST take the beginning of a user name by the letter"]
  },
  {
    defect: says("不按企业过滤", "does not filter by enterprise"),
    make: (ledger) => ({ ...ledger, find: ({ scope: _, ...filter }) => ledger.find(filter) }),
    caughtBy: ["MUST filter by every column it offers, alone and together"]
  },
  {
    defect: says("用户名的最早持有者排在最前", "gives the oldest holder of a name first"),
    make: (ledger) => ({ ...ledger, byUsername: (key) => Effect.map(ledger.byUsername(key), newestLast) }),
    caughtBy: ["MUST give everyone who had a user name, the newest first"]
  },
  {
    defect: says("按账号编号的前缀找事件", "finds a stream's events by how its name begins"),
    make: (ledger) => ({
      ...ledger,
      events: (stream) =>
        ledger.journal(0).pipe(
          Stream.filter((event) => event.stream.startsWith(stream)),
          Stream.runCollect,
          Effect.map((events) => [...events].map(({ position: _, ...event }) => event))
        )
    }),
    caughtBy: ["MUST NOT mix the events of two streams"]
  },
  {
    defect: says("遍历只读第一页", "reads one page of a walk and stops"),
    make: (ledger) => ({
      ...ledger,
      heads: Stream.take(ledger.heads, 500),
      claims: Stream.take(ledger.claims, 500),
      journal: (position) => Stream.take(ledger.journal(position), 500)
    }),
    caughtBy: ["MUST give every event, head and claim once, however many there are"]
  },
  {
    defect: says("没有存过的账号也给出内容", "makes up a head that was never stored"),
    make: (ledger) => ({
      ...ledger,
      head: (stream) => Effect.map(ledger.head(stream), (head) => head ?? headOf(stream, 0))
    }),
    caughtBy: ["MUST answer with nothing where nothing was stored"]
  }
]
