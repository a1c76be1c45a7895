import { expect, it } from "vitest"
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
