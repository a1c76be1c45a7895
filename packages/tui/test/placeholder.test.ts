import { expect, it } from "vitest"

it("arithmetic", () => {
  expect(1 + 1).toBe(2)
})
