// Breaks one thing in the copy, runs the scenarios and the properties, and mends it again.
import { spawn } from "node:child_process"
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

const scenarios = "packages/testkit/test/scenario/examples.test.ts"

/** Longer than the scenarios and any property take; what is broken may as well never come to an end. */
const PATIENCE = 240_000

const vitest = (() => {
  const require = createRequire(import.meta.url)
  return join(dirname(require.resolve("vitest/package.json")), "vitest.mjs")
})()

const finished = (child) =>
  new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE)
    child.on("close", (code) => {
      clearTimeout(timer)
      resolve(code)
    })
  })

const run = async (folder, files) => {
  const output = join(folder, "outcome.json")
  rmSync(output, { force: true })
  const words = ["run", ...files, "--project=all", "--reporter=json", `--outputFile=${output}`, "--pool", "forks"]
  const child = spawn(process.execPath, [vitest, ...words, "--poolOptions.forks.singleFork"], {
    cwd: folder,
    stdio: "ignore"
  })
  const stop = () => child.kill("SIGKILL")
  process.once("exit", stop)
  await finished(child)
  process.off("exit", stop)
  try {
    return JSON.parse(readFileSync(output, "utf8")).testResults
  } catch {
    return []
  }
}

const titles = (files, isOne) =>
  files.flatMap(({ assertionResults }) => assertionResults.filter(isOne).map(({ title }) => title))

const failed = ({ status }) => status === "failed"
const isScenario = ({ title }) => title.endsWith(".yaml")
/** An example by hand may fail as well; a property says after how many tries it did, and the model tells its shortest story. */
const isProperty = ({ failureMessages }) =>
  failureMessages.some((message) => /Property failed after|title: 模型找到的最短情景/.test(message))

/** What noticed: scenarios and properties by their titles. `loaded` says how many scenarios ran at all. */
export const outcomeOf = async (folder, tests) => {
  const files = await run(folder, [scenarios, ...tests.map((name) => `packages/${name}.test.ts`)])
  return {
    loaded: titles(files, (test) => isScenario(test) && (test.status === "passed" || failed(test))).length,
    failed: titles(files, failed),
    scenarios: titles(files, (test) => isScenario(test) && failed(test)),
    properties: titles(files, (test) => failed(test) && isProperty(test))
  }
}

export const sourceOf = ({ file }) => `packages/core/src/${file}.ts`

/** The text of a file with the break in it; it must be there once, or the table no longer says what is broken. */
export const broken = (text, { file, from, to }) => {
  const [before, after, ...more] = text.split(from)
  if (after === undefined || more.length > 0) throw new Error(`${file} does not hold exactly once: ${from}`)
  return before + to + after
}

export const trial = async (folder, one) => {
  const path = join(folder, sourceOf(one))
  const whole = readFileSync(path, "utf8")
  writeFileSync(path, broken(whole, one))
  try {
    return await outcomeOf(folder, one.tests)
  } finally {
    writeFileSync(path, whole)
  }
}
