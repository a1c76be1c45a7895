import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { type RefusalTag, type RuleId, rules } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Scenario from "../../src/scenario/index.js"

const folder = new URL("../../../../examples/scenarios", import.meta.url).pathname
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml"))
  .sort()

const reports = new Map<string, Scenario.ScenarioReport>()

describe("the scenarios of the manual", () => {
  for (const file of files) {
    it.effect(file, () =>
      Effect.gen(function* () {
        const report = yield* Scenario.run(readFileSync(join(folder, file), "utf8"), file)
        reports.set(file, report)
        assert.deepStrictEqual(report.failures, [])
      })
    )
  }

  it("are at least sixty, with a Chinese title each and no title twice", () => {
    const titles = [...reports.values()].map(({ title }) => title)
    assert.isAtLeast(titles.length, 60)
    assert.deepStrictEqual(
      titles.filter((title, index) => !/\p{Script=Han}/u.test(title) || titles.indexOf(title) !== index),
      []
    )
  })

  it("reach every rule that is enforced here", () => {
    const reached = new Set<RuleId>([...reports.values()].flatMap((report) => report.reached.rules))
    const enforced = rules.coverage.filter(({ enforced }) => enforced.in !== "outside").map(({ id }) => id)
    assert.deepStrictEqual(
      enforced.filter((id) => !reached.has(id)),
      []
    )
  })

  it("reach every refusal", () => {
    const reached = new Set<RefusalTag>([...reports.values()].flatMap((report) => report.reached.refusals))
    assert.deepStrictEqual(
      Scenario.refusalTags.filter((tag) => !reached.has(tag)),
      []
    )
  })
})
