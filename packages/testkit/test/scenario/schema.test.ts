import { expect, it } from "@effect/vitest"
import * as Scenario from "../../src/scenario/index.js"

const file = new URL("../../../../examples/scenarios/scenario.schema.json", import.meta.url).pathname

it("the schema for editors is the one that the code has", async () => {
  await expect(`${JSON.stringify(Scenario.jsonSchema(), null, 2)}\n`).toMatchFileSnapshot(file)
})
