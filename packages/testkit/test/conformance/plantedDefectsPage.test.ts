import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"

/** The page is written by running every defect, so this runs them as a reader would: on the built testkit, without a test runner. */
it("docs/planted-defects.md is what a run of every defect writes", () => {
  const script = fileURLToPath(new URL("../../../../scripts/generate-docs.mjs", import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [script, "--check", "planted-defects"], { encoding: "utf8" })
  expect(stderr).toBe("")
  expect(status).toBe(0)
})
