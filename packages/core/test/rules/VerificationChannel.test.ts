import { document, otherDocument, residentIdDocument } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as VerificationChannel from "../../src/rules/VerificationChannel.js"
import { refusalOf, remediesOf } from "./answers.js"

const { channelsFor, check } = VerificationChannel

describe("R-52 R-60 R-64: ID card or bank card", () => {
  it("lets every document go by bank card", () => {
    fc.assert(
      fc.property(document, (document) => {
        expect(refusalOf(check("bank-card", document))).toBeUndefined()
      })
    )
  })

  it("gives the choice of both to a resident ID", () => {
    fc.assert(
      fc.property(residentIdDocument, (document) => {
        expect(channelsFor(document)).toEqual(["id-card", "bank-card"])
        expect(refusalOf(check("id-card", document))).toBeUndefined()
      })
    )
  })

  it("sends any other document to the bank card by itself, even one with eighteen digits", () => {
    fc.assert(
      fc.property(otherDocument, (document) => {
        expect(channelsFor(document)).toEqual(["bank-card"])
        expect(refusalOf(check("id-card", document))).toEqual({ tag: "IdCardOnly" })
        expect(remediesOf(check("id-card", document))).toEqual(["SwitchToBankCard"])
      })
    )
  })
})
