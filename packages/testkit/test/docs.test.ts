import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"

const script = fileURLToPath(new URL("../../../scripts/generate-docs.mjs", import.meta.url))

/** The documents are written from the built testkit, so this says the same as a reader who generates them again. */
it("docs/personas.md, testkit.md, scenarios.md and testing-your-adapter.md are what the testkit holds now", () => {
  const pages = ["personas", "testkit", "scenarios", "testing-your-adapter"]
  const { status, stderr } = spawnSync(process.execPath, [script, "--check", ...pages], { encoding: "utf8" })
  expect(stderr).toBe("")
  expect(status).toBe(0)
})
