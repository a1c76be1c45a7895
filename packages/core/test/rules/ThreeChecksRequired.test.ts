import { type JourneyState, methodOf } from "@single-window/core"
import { account } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as ThreeChecksRequired from "../../src/rules/ThreeChecksRequired.js"
import { refusalOf } from "./answers.js"

const { check, expectedStep } = ThreeChecksRequired
const steps: ReadonlyArray<ThreeChecksRequired.Step> = [
  "enterprise",
  "legal-representative",
  "account-holder",
  "card",
  "bank"
]

const state: fc.Arbitrary<JourneyState> = account().chain(({ enterprise, holder: { document, name } }) => {
  const proved = { enterprise, person: {} }
  const legalRepresentative = { name, document }
  const card = {
    number: "JJ00000000001",
    kind: "operator" as const,
    organizationCode: enterprise.organizationCode,
    enterpriseName: enterprise.name,
    validTo: "20300101"
  }
  return fc.constantFrom<JourneyState>(
    { _tag: "AwaitingCard" },
    { _tag: "AwaitingCardHolderIdentity", card, ...proved },
    { _tag: "AwaitingEnterprise" },
    { _tag: "AwaitingLegalRepresentative", legalRepresentative, ...proved },
    { _tag: "AwaitingAccountHolder", legalRepresentative, ...proved },
    { _tag: "AwaitingBank", bank: "CCB", requestId: "r", nonce: "n", requestExpiresAt: 0, enterprise },
    { _tag: "AwaitingBankHolder", bank: "CCB", bankSerial: "s", ...proved }
  )
})

describe("R-50: the checks come in order, none left out", () => {
  it("takes the step it waits for, and no other but back to the representative's first", () => {
    fc.assert(
      fc.property(state, fc.constantFrom(...steps), (state, step) => {
        const expected = expectedStep(state)
        const back = methodOf(state) === "legal-representative" && step === "enterprise"
        expect(refusalOf(check(state, step))).toEqual(
          step === expected || back ? undefined : { tag: "StepOutOfOrder", expected }
        )
      })
    )
  })

  it("never lets the account holder's check come before what proves the enterprise", () => {
    fc.assert(
      fc.property(state, (state) => {
        if (refusalOf(check(state, "account-holder")) === undefined) expect(state).toHaveProperty("enterprise")
      })
    )
  })

  it("for example: after the enterprise comes the representative, and only then the holder", () => {
    fc.assert(
      fc.property(state, (state) => {
        fc.pre(state._tag === "AwaitingLegalRepresentative")
        expect(refusalOf(check(state, "account-holder"))).toEqual({
          tag: "StepOutOfOrder",
          expected: "legal-representative"
        })
      }),
      { numRuns: 20 }
    )
  })
})
