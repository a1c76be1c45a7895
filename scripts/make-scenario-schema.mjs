// Writes the JSON Schema by which editors check scenario files, from the built testkit.
import { writeFileSync } from "node:fs"

const Scenario = await import("../packages/testkit/dist/scenario/index.js")
const file = new URL("../examples/scenarios/scenario.schema.json", import.meta.url)
writeFileSync(file, `${JSON.stringify(Scenario.jsonSchema(), null, 2)}\n`)
