import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"

/** The documents are written from the built core, so this says the same as a reader who generates them again. */
it("docs/rules.md is what the rules say now", () => {
  const script = fileURLToPath(new URL("../../../scripts/generate-docs.mjs", import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [script, "--check", "rules"], { encoding: "utf8" })
  expect(stderr).toBe("")
  expect(status).toBe(0)
})
