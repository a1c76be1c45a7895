// Writes the generated pages of docs/ from the built packages, all or those named; with --check only says which are out of date.
import { readFileSync, writeFileSync } from "node:fs"

/** Each page is docs/NAME.md, written by docs/NAME.mjs beside this file. */
const pages = [
  "rules",
  "personas",
  "planted-defects",
  "vendors",
  "testkit",
  "scenarios",
  "simulation",
  "testing-your-adapter",
  "fault-table"
]

const names = process.argv.slice(2).filter((word) => word !== "--check")
const unknown = names.filter((name) => !pages.includes(name))
if (unknown.length > 0) {
  console.error(`no page ${unknown.join(", ")}; there are ${pages.join(", ")}`)
  process.exit(2)
}

for (const name of names.length > 0 ? names : pages) {
  const { document } = await import(`./docs/${name}.mjs`)
  const text = await document()
  const file = new URL(`../docs/${name}.md`, import.meta.url)
  if (!process.argv.includes("--check")) writeFileSync(file, text)
  else if (readFileSync(file, "utf8") !== text) {
    console.error(`docs/${name}.md is out of date: run node scripts/generate-docs.mjs ${name}`)
    process.exitCode = 1
  }
}
