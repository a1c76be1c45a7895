// Breaks the rules of the core on purpose, one at a time in a copy, and asks whether a scenario and a property notice.
//   node scripts/break-rules.mjs [--resume=FILE] [WORD…]
// With --resume what was noticed is kept in FILE, and is not tried again: for a run that was cut short, or a break that went unnoticed.
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { breaks } from "./breaks/index.mjs"
import { page } from "./breaks/page.mjs"
import { trials as trialsIn } from "./breaks/trial.mjs"
import { worktree } from "./breaks/worktree.mjs"

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"))
const kept = process.argv.find((word) => word.startsWith("--resume="))?.slice("--resume=".length)
const noticed = kept !== undefined && existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")) : {}
const keyOf = ({ file, from, to }) => JSON.stringify([file, from, to])

const chosen = breaks.filter(({ file, says }) => words.every((word) => `${file} ${says}`.includes(word)))
if (chosen.length === 0) {
  console.error(`no break with ${words.join(" and ")} in its file or description`)
  process.exit(2)
}

const { folder, remove } = worktree()
process.once("exit", remove)
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130))

const { outcomeOf, trial, close } = await trialsIn(folder)
const left = chosen.filter((one) => noticed[keyOf(one)] === undefined)
const whole = await outcomeOf([...new Set(left.flatMap(({ tests }) => tests))])
if (whole.failed.length > 0 || whole.loaded === 0) {
  console.error(
    `with nothing broken these fail already:\n  ${whole.failed.join("\n  ") || "the scenarios did not run"}`
  )
  process.exit(1)
}

const judged = ({ loaded, scenarios, properties }) => {
  if (loaded < whole.loaded) return "NOT RUN: the scenarios did not all come to an end"
  if (scenarios.length === 0) return "NO SCENARIO NOTICED"
  if (properties.length === 0) return "NO PROPERTY NOTICED"
  return scenarios.length < loaded ? undefined : "TOO COARSE: no scenario passes any more"
}

const trials = []
const survivors = []
for (const [index, one] of chosen.entries()) {
  const before = noticed[keyOf(one)]
  const outcome = before ?? (await trial(one))
  const wrong = before === undefined ? judged(outcome) : undefined
  trials.push({ one, outcome })
  if (wrong !== undefined) survivors.push(one)
  else noticed[keyOf(one)] = outcome
  if (kept !== undefined) writeFileSync(kept, JSON.stringify(noticed))
  console.log(`${index + 1}/${chosen.length} ${one.file}: ${one.says}`)
  if (wrong !== undefined) console.log(`    ${wrong}`)
  console.log(`    scenario  ${outcome.scenarios.join(", ") || "-"}`)
  console.log(`    property  ${outcome.properties.join(" | ") || "-"}`)
}

console.log(`${chosen.length - survivors.length} of ${chosen.length} noticed by a scenario and a property`)
await close()
if (survivors.length === 0 && words.length === 0) {
  writeFileSync(new URL("../docs/broken-rules.md", import.meta.url), page(trials))
}
// Tests that failed on purpose have set another one.
process.exitCode = survivors.length > 0 ? 1 : 0
