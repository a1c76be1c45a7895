// Breaks one thing in the copy, runs the scenarios and the properties, and mends it again.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { createVitest } from "vitest/node"

const scenarios = "packages/testkit/test/scenario/examples.test.ts"

/**
 * An example by hand may fail as well; a property says after how many tries it did, the model tells its shortest story, and a law that is
 * held against every case there is says so in its name.
 */
const isProperty = (test) =>
  test.name.startsWith("every cell") ||
  test.result().errors.some(({ message }) => /Property failed after|title: 模型找到的最短情景/.test(message))
const failed = (test) => test.result().state === "failed"
const ended = (test) => failed(test) || test.result().state === "passed"
const isScenario = ({ name }) => name.endsWith(".yaml")
const names = (tests) => tests.map(({ name }) => name)

export const sourceOf = ({ file }) => `packages/core/src/${file}.ts`

/** The text of a file with the break in it; it must be there once, or the table no longer says what is broken. */
const broken = (text, { file, from, to }) => {
  const [before, after, ...more] = text.split(from)
  if (after === undefined || more.length > 0) throw new Error(`${file} does not hold exactly once: ${from}`)
  return before + to + after
}

/** Runs tests of the copy in `folder`, one process after another; what did not change is not read again. */
export const trials = async (folder) => {
  const vitest = await createVitest("test", {
    root: folder,
    project: "all",
    watch: false,
    pool: "forks",
    poolOptions: { forks: { singleFork: true } },
    reporters: [{}]
  })
  await vitest.init()

  /** What noticed: scenarios and properties by their names. `loaded` says how many scenarios ran at all. */
  const outcomeOf = async (tests) => {
    const files = [scenarios, ...tests.map((name) => `packages/${name}.test.ts`)].map((file) => join(folder, file))
    const specifications = files.flatMap((file) => vitest.getModuleSpecifications(file))
    if (specifications.length !== files.length) throw new Error(`a test is missing: ${files.join(", ")}`)
    const { testModules } = await vitest.runTestSpecifications(specifications, false)
    // What ran before is remembered as well, and was about another break.
    const all = testModules
      .filter(({ moduleId }) => files.includes(moduleId))
      .flatMap((module) => [...module.children.allTests()])
    return {
      loaded: all.filter((test) => isScenario(test) && ended(test)).length,
      failed: names(all.filter(failed)),
      scenarios: names(all.filter((test) => isScenario(test) && failed(test))),
      properties: names(all.filter((test) => failed(test) && isProperty(test)))
    }
  }

  const trial = async (one) => {
    const path = join(folder, sourceOf(one))
    const whole = readFileSync(path, "utf8")
    const write = (text) => {
      writeFileSync(path, text)
      vitest.invalidateFile(path)
    }
    write(broken(whole, one))
    try {
      return await outcomeOf(one.tests)
    } finally {
      write(whole)
    }
  }

  return { outcomeOf, trial, close: () => vitest.close() }
}
