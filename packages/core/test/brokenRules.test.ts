import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { catalogue } from "../src/rules/catalogue.js"

interface Break {
  readonly file: string
  readonly tests: ReadonlyArray<string>
  readonly says: string
  readonly from: string
  readonly to: string
}

const root = new URL("../../../", import.meta.url)
const text = (path: string) => readFileSync(fileURLToPath(new URL(path, root)), "utf8")
const table: { readonly breaks: ReadonlyArray<Break> } = await import(new URL("scripts/breaks/index.mjs", root).href)
const { breaks } = table

/** Trying them takes half an hour (`scripts/break-rules.mjs`); that they can be tried and have been is seen at once. */
describe("the breaks of rules", () => {
  it("change text that is there, once", () => {
    const wrong = breaks.filter(
      ({ file, from, to }) => from === to || text(`packages/core/src/${file}.ts`).split(from).length !== 2
    )
    expect(wrong).toEqual([])
  })

  it("leave out no rule, and no flow that decides", () => {
    const broken = new Set(breaks.map(({ file }) => file))
    const flows = ["AccountLife", "Attempts", "BankUkeyCertification", "Certification", "LogIn", "PersonVerification"]
    const due = [...catalogue.map(({ module }) => `rules/${module}`), ...flows.map((name) => `flows/${name}`)]
    expect(due.filter((file) => !broken.has(file))).toEqual([])
  })

  it("name tests that are there", () => {
    for (const name of new Set(breaks.flatMap(({ tests }) => tests))) {
      expect(text(`packages/${name}.test.ts`)).toMatch(/fast-check|runModel/)
    }
  })

  it("have all been noticed when they were last tried (docs/broken-rules.md)", () => {
    const page = text("docs/broken-rules.md")
    const rows = page.split("\n").filter((line) => line.startsWith("| [") && !line.includes("|  |"))
    expect(rows).toHaveLength(breaks.length)
    for (const { says } of breaks) expect(page).toContain(`| ${says} |`)
  })
})
