import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"

/** The page is written from the built adapters, so this says the same as a reader who generates it again. */
it("docs/vendors.md is what the adapters make of every code now", () => {
  const script = fileURLToPath(new URL("../../../scripts/generate-docs.mjs", import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [script, "--check", "vendors"], { encoding: "utf8" })
  expect(stderr).toBe("")
  expect(status).toBe(0)
})
