import { expect, it } from "vitest"
import { validityText } from "../../src/text/accounts/validity.js"

it("a document without expiry says so, masked or revealed", () => {
  for (const to of ["00000000", "0000****"]) {
    expect(validityText({ from: "2021****", to }, "zh")).toBe("2021**** - 长期")
    expect(validityText({ from: "2021****", to }, "en")).toBe("2021**** - no expiry")
  }
})

it("a document that expires shows its end as it is", () => {
  expect(validityText({ from: "20210101", to: "20310101" }, "en")).toBe("20210101 - 20310101")
})
