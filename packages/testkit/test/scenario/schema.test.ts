import { readFileSync } from "node:fs"
import { expect, it } from "@effect/vitest"
import * as Scenario from "../../src/scenario/index.js"

const file = new URL("../../../../examples/scenarios/scenario.schema.json", import.meta.url)

it("the schema for editors is the one that the code has (else: node scripts/make-scenario-schema.mjs)", () => {
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(Scenario.jsonSchema())
})
