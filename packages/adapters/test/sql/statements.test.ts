import { expect, it } from "vitest"
import { columns } from "../../src/sql/columns.js"
import { commitFunction } from "../../src/sql/commitFunction.js"
import { headObject } from "../../src/sql/rows.js"
import * as Statements from "../../src/sql/statements.js"

const texts = Object.values(Statements)
  .filter((value) => typeof value === "string")
  .concat(Statements.find(["scope = ?", "(username_key, stream) > (?, ?)"]))

it("the values of every statement are numbered for PostgreSQL, and none is lost", () => {
  expect(texts.length).toBeGreaterThan(15)
  for (const text of texts) {
    const numbered = Statements.placeholders.pg(text)
    const count = text.split("?").length - 1
    expect(numbered.match(/\$\d+/g) ?? []).toEqual(Array.from({ length: count }, (_, index) => `$${index + 1}`))
    expect(numbered.replace(/\$\d+/g, "?")).toBe(Statements.placeholders.sqlite(text))
  }
})

const columnsOf = (name: string) => columns.filter(({ table }) => table === name).map(({ column }) => column)
const without = (names: ReadonlyArray<string>, ...left: ReadonlyArray<string>) =>
  names.filter((name) => !left.includes(name)).sort()
const between = (text: string, from: string, to: string) => text.split(from)[1]?.split(to)[0] ?? ""
const listed = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .sort()

it("PostgreSQL's commit writes every column of the tables it fills, and the statements do for SQLite", () => {
  const changed = between(commitFunction, "UPDATE heads SET", "FROM jsonb")
  // Column by column, and each from the column of its own name.
  expect(listed(changed)).toEqual(without(columnsOf("heads"), "stream").map((name) => `${name} = new.${name}`))
  const event = without(columnsOf("events"), "position")
  expect(listed(between(commitFunction, "INSERT INTO events (", ")"))).toEqual(event)
  expect(
    listed(between(commitFunction, "SELECT stream, ", "FROM"))
      .concat("stream")
      .sort()
  ).toEqual(event)
  expect(listed(between(commitFunction, "INSERT INTO claims (", ")"))).toEqual(without(columnsOf("claims")))
  // Whole rows, which the populating of a record fills from the names of the table's columns.
  expect(commitFunction).toContain("INSERT INTO heads SELECT * FROM jsonb_populate_record(NULL::heads,")
  expect(commitFunction).toContain("INSERT INTO answers SELECT * FROM jsonb_populate_record(NULL::answers,")

  expect(listed(between(Statements.insertHead, "(", ")"))).toEqual(without(columnsOf("heads")))
  expect(listed(between(Statements.updateHead, "SET ", " WHERE"))).toEqual(
    without(columnsOf("heads"), "stream").map((name) => `${name} = ?`)
  )
  expect(listed(between(Statements.insertEvent, "(", ")"))).toEqual(event)
  expect(listed(between(Statements.insertClaim, "(", ")"))).toEqual(without(columnsOf("claims")))
  expect(listed(between(Statements.insertAnswer, "(", ")"))).toEqual(without(columnsOf("answers")))
})

it("a head is an object with every column, for the engine that takes rows as objects", () => {
  const head = {
    stream: "s",
    version: 1,
    hash: "h",
    dataKey: "k",
    state: "t",
    username: "U",
    usernameKey: "u",
    scope: "",
    document: "",
    role: "personal",
    origin: "migrated",
    source: "ciq",
    level: "none",
    certification: "none",
    deleted: false,
    createdAt: 1,
    updatedAt: 2
  } as const
  expect(Object.keys(headObject(head)).sort()).toEqual(without(columnsOf("heads")))
})
