import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { plantedDefects } from "../../src/conformance/defects/index.js"
import { Suites } from "../../src/conformance/report/index.js"

for (const { cases, defects, suite } of plantedDefects) {
  describe(`${suite}: planted defect -> case that catches it`, () => {
    for (const { by, caughtBy, defect, hunt } of defects) {
      it.live(`${defect.en} -> ${caughtBy.join("; ")}`, () =>
        Effect.map(hunt, (found) => {
          const noticed = found.filter((breach) => breach.by === by).map(({ of }) => of)
          assert.sameMembers(noticed, [...caughtBy], found.map(({ by, why }) => `${by}: ${why}`).join("\n"))
        })
      )
    }

    it("every case has caught something", () => {
      const caught = defects.flatMap(({ caughtBy }) => caughtBy)
      assert.deepStrictEqual(
        cases.filter((name) => !caught.includes(name)),
        []
      )
    })
  })
}

it("each suite has its defects, each told once in both languages", () => {
  assert.deepStrictEqual(
    plantedDefects.map(({ suite }) => suite),
    [...Suites.ports]
  )
  for (const { cases, defects, suite } of plantedDefects) {
    assert.deepStrictEqual([...cases], [...Suites.caseNames(suite)], suite)
    for (const language of ["zh", "en"] as const)
      assert.strictEqual(new Set(defects.map(({ defect }) => defect[language])).size, defects.length, suite)
  }
})
