import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"

const root = fileURLToPath(new URL("../../..", import.meta.url))
const run = (example: string) =>
  execFileSync(process.execPath, [`examples/${example}/main.mjs`], { cwd: root, encoding: "utf8" })

it("the promise example does what its comments say", () => {
  const printed = run("embed-promise")
  expect(printed).toContain("imported: 1")
  expect(printed).toContain("AskAdministrator")
  expect(printed).toContain("changed: [ 'name', 'organizationCode' ]")
  expect(printed).toContain("next: [ 'certify' ]")
})

it("the Effect example does what its comments say", () => {
  const printed = run("embed-effect")
  expect(printed).toContain("next: verify the enterprise")
  expect(printed).toContain("level: medium")
})
