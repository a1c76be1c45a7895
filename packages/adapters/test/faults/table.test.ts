import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { Effect } from "effect"
import { beforeAll, describe, expect, it } from "vitest"
import { personal } from "../vendors/calls.js"
import { bankUkey } from "./bank.js"
import { DEADLINE, type Fault, faults, type Seen, SLACK, slow } from "./Cell.js"
import { eportClient, pcscCard } from "./card.js"
import { vendors } from "./vendors.js"

const stands = [...vendors, eportClient, pcscCard, bankUkey]

type Row = Seen & { readonly adapter: string; readonly asks: string; readonly fault: Fault | undefined }
let rows: ReadonlyArray<Row> = []

/** Could not be asked, or was not believed; never a "no" of somebody's, and least of all a "yes". */
const closed = new Set([
  "VerifierUnavailable",
  "CardControlMissing",
  "CardReaderMissing",
  "CardNotTrusted",
  "BankReturnNotTrusted"
])

beforeAll(async () => {
  const cells = stands.flatMap(({ adapter, asks, under }) =>
    [undefined, ...faults].map((fault) => Effect.map(under(fault), (seen): Row => ({ ...seen, adapter, asks, fault })))
  )
  rows = await Effect.runPromise(Effect.all(cells, { concurrency: 4 }))
  // For scripts/docs/fault-table.mjs, which writes the page of it.
  const { FAULT_TABLE } = process.env
  if (FAULT_TABLE !== undefined) writeFileSync(FAULT_TABLE, JSON.stringify({ faults, rows }))
}, 60_000)

const under = (fault: boolean) => rows.filter((row) => (row.fault !== undefined) === fault)
const nameOf = ({ adapter, asks, fault }: Row) => `${adapter} ${asks} ${fault ?? ""}`.trim()
const those = (wrong: (row: Row) => boolean) => under(true).filter(wrong).map(nameOf)
const said = ({ log }: Row) => log.join(" ")

/** Folders of the adapters that ask nobody outside the front door, or are no adapter; why, for each. */
const outOfTheTable = {
  captcha: "asks nobody; judged where it is kept",
  certificate: "judges what a card answered; no line of its own",
  combinators: "around another adapter; its faults are that one's",
  entropy: "this machine's random numbers",
  "migration-file": "reads a file",
  outbound: "what the adapters share, not one of them",
  password: "computes",
  postgres: "the store: packages/adapters/test/postgres/outage.test.ts",
  sm2: "computes",
  sms: "writes to a file; a vendor's messages are in the table",
  sql: "what the stores share",
  sqlite: "the store: packages/adapters/test/sqlite",
  turns: "takes turns within the store",
  vault: "seals here; a key service that fails: packages/adapters/test/vault/kms.test.ts",
  webhook: "sends, and takes no answer for a yes: packages/adapters/test/webhook"
}

it("every adapter is in the table, or is said here not to belong into it", () => {
  const folders = readdirSync(new URL("../../src", import.meta.url), { withFileTypes: true })
  const adapters = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const told = [...new Set(stands.map(({ adapter }) => adapter)), ...Object.keys(outOfTheTable)]
  expect(told.sort()).toEqual(adapters.sort())
})

describe(`${stands.length} adapters, ${faults.length} faults, at the front door and over real sockets`, () => {
  it("with no fault, every question is answered with a yes: so the table could show one", () => {
    expect(under(false).map((row) => `${nameOf(row)}: ${row.answer}`)).toEqual(
      stands.map(({ adapter, asks }) => `${adapter} ${asks}: ok`)
    )
    expect(under(true)).toHaveLength(stands.length * faults.length)
  })

  it("every fault is refused as what could not be asked or is not believed", () => {
    expect(those(({ answer }) => !closed.has(answer))).toEqual([])
  })

  it("none changes the account, so none gives a level, spends an attempt or loses a step; none enters the journal", () => {
    expect(those(({ level, unchanged }) => !unchanged || level !== "none")).toEqual([])
    // A code goes on record before it is sent, and is taken back when the message fails.
    expect(those(({ asks, events }) => events !== (asks === "SendSms" ? 2 : 0))).toEqual([])
  })

  it(`a fault of time is answered within ${DEADLINE} ms, and what a busy machine takes; no other is only late`, () => {
    const late = ({ fault, millis }: Row) => fault !== undefined && slow.has(fault) && millis > DEADLINE + SLACK
    expect(those(late)).toEqual([])
    // How soon a name is known not to exist is up to the machine; at the bank, nothing comes back from most faults.
    const onlyLate = (row: Row) =>
      row.fault !== undefined &&
      !slow.has(row.fault) &&
      row.fault !== "no-such-host" &&
      row.adapter !== "bank-ukey" &&
      /late|in time/.test(said(row))
    expect(those(onlyLate)).toEqual([])
  })

  it("each leaves staff a line in the log, which holds nothing of what was asked", () => {
    expect(those((row) => said(row) === "")).toEqual([])
    expect(those((row) => personal.some((secret) => said(row).includes(secret)))).toEqual([])
  })

  it("docs/fault-table.md is what this run writes", async () => {
    const { pageOf } = await import(new URL("../../../../scripts/docs/fault-table.mjs", import.meta.url).href)
    const page = new URL("../../../../docs/fault-table.md", import.meta.url)
    expect(pageOf(rows, faults)).toBe(readFileSync(page, "utf8"))
  })
})
