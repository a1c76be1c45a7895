// Runs the scripted scenarios of the screens, each in a real pseudo-terminal, and counts them by the promise they hold.
//   node scripts/terminal-scenarios.mjs [--repeat N] [--workers N] [WORD…]      only files whose name holds a word; after a build
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { createVitest } from "vitest/node"

const root = fileURLToPath(new URL("..", import.meta.url))
let given
try {
  const options = { repeat: { type: "string", default: "1" }, workers: { type: "string", default: "2" } }
  given = parseArgs({ options, allowPositionals: true })
} catch (error) {
  console.error(error.message)
  process.exit(2)
}
const words = given.positionals
const [repeats, workers] = [given.values.repeat, given.values.workers].map(Number)
if (![repeats, workers].every((number) => Number.isInteger(number) && number > 0)) {
  console.error("--repeat and --workers take a whole number from 1")
  process.exit(2)
}

process.env.VITEST_MAX_FORKS = process.env.VITEST_MIN_FORKS = String(workers)

const inTerminal = /openTerminal\(|from "\.\/(?:rig\/|certifying)|from "\.\.\/terminal\/rig\//
const files = ["terminal", "outside"].flatMap((folder) =>
  readdirSync(`${root}packages/tui/test/${folder}`)
    .filter((name) => name.endsWith(".test.ts") && words.every((word) => name.includes(word)))
    .map((name) => `${root}packages/tui/test/${folder}/${name}`)
    .filter((file) => inTerminal.test(readFileSync(file, "utf8")))
)
if (files.length === 0) {
  console.error(`no scenario in a file with ${words.join(" and ")} in its name`)
  process.exit(2)
}

/** What a scenario is told to print: the promise's number, a colon, the figure. */
const figure = /^T\d+: .*/gm
const promiseOf = (test) => /\bT(\d+)\b/.exec(test.fullName)?.[1]

const hearing = (told) => ({
  onUserConsoleLog: ({ content }) => {
    for (const line of content.match(figure) ?? []) told.add(line)
  }
})

const promises = new Map()
const failures = []
/** Whole at once, for the next rounds may take an hour; its first line again at the end. */
const fails = (round, what, message = "") => {
  console.log(`FAILED round ${round}: ${what}\n${message}`)
  failures.push(`round ${round}: ${what}\n    ${message.split("\n")[0]}`)
}
let scenarios = 0

for (let round = 1; round <= repeats; round++) {
  const began = performance.now()
  const told = new Set()
  const vitest = await createVitest("test", {
    root,
    project: "all",
    watch: false,
    reporters: [hearing(told)]
  })
  await vitest.init()
  const specifications = files.flatMap((file) => vitest.getModuleSpecifications(file))
  const { testModules } = await vitest.runTestSpecifications(specifications, true)
  const tests = testModules.flatMap((module) => [...module.children.allTests()])
  for (const module of testModules) {
    if (
      module.state() === "failed" &&
      ![...module.children.allTests()].some((test) => test.result().state === "failed")
    )
      fails(round, `${module.relativeModuleId} did not run`)
  }
  scenarios = tests.length
  for (const test of tests) {
    const key = promiseOf(test) ?? "-"
    const row = promises.get(key) ?? { scenarios: 0, passed: 0, skipped: 0, failed: 0, figures: new Set() }
    promises.set(key, row)
    if (round === 1) row.scenarios++
    const { state, errors } = test.result()
    row[state === "pending" ? "skipped" : state]++
    if (state === "failed") fails(round, test.fullName, `${errors?.[0]?.message ?? ""}\n${errors?.[0]?.diff ?? ""}`)
  }
  for (const line of told) promises.get(/\d+/.exec(line)[0])?.figures.add(line)
  await vitest.close()
  const failed = tests.filter((test) => test.result().state === "failed").length
  console.log(
    `round ${round}: ${tests.length} scenarios, ${failed} failed, ${((performance.now() - began) / 1000).toFixed(0)} s`
  )
}

const order = ([one], [other]) => (Number(one) || 100) - (Number(other) || 100)
for (const [key, { figures, ...row }] of [...promises].sort(order)) {
  const name = key === "-" ? "others" : `T${key}`
  console.log(
    `${name.padEnd(7)} ${String(row.scenarios).padStart(3)} scenarios  ${row.passed} passed  ${row.failed} failed  ${row.skipped} skipped`
  )
  for (const line of figures) console.log(`          ${line}`)
}
for (const line of failures) console.log(`FAILED ${line}`)
console.log(`${scenarios} scenarios in ${files.length} files, ${repeats} times: ${failures.length} failures`)
process.exitCode = failures.length > 0 ? 1 : 0
