import {
  type Checked,
  checkForeignerPermanentResidence,
  checkHmtResidence,
  checkOrganizationCode,
  checkResidentId,
  checkUnifiedSocialCreditCode
} from "@single-window/core/identifiers"
import {
  adjacentSwaps,
  foreignerPermanentResidence,
  hmtResidence,
  oneCharacterOff,
  organizationCheck,
  organizationCode,
  residentId,
  unifiedSocialCreditCode
} from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const digits = "0123456789"
const usccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/** Values of GB 11714, whose remainder by eleven is all its check character can see. */
const remainder = (character: string) => (digits + letters).indexOf(character) % 11

const sample = (arbitrary: fc.Arbitrary<string>) => fc.sample(arbitrary, { numRuns: 1000, seed: 20220510 })

const accepted = (values: ReadonlyArray<string>, check: (value: string) => Checked<unknown>) =>
  values.filter((value) => check(value).valid)

describe("1,000 made-up numbers each, every mistake of one character or two neighbours", () => {
  it("GB 32100: all are caught in a Unified Social Credit Code", () => {
    for (const code of sample(unifiedSocialCreditCode)) {
      expect(checkUnifiedSocialCreditCode(code)).toMatchObject({ valid: true, problems: [] })
      expect(accepted(oneCharacterOff(code, usccAlphabet), checkUnifiedSocialCreditCode)).toEqual([])
      expect(accepted(adjacentSwaps(code), checkUnifiedSocialCreditCode)).toEqual([])
    }
  })

  it("GB 11643: all are caught in a resident ID", () => {
    for (const id of sample(residentId())) {
      expect(checkResidentId(id)).toMatchObject({ valid: true, problems: [] })
      expect(accepted(oneCharacterOff(id, `${digits}X`), checkResidentId)).toEqual([])
      expect(accepted(adjacentSwaps(id), checkResidentId)).toEqual([])
    }
  })

  it("GB 11643: all are caught in residence permits and foreigners' cards", () => {
    for (const [arbitrary, check] of [
      [hmtResidence(), checkHmtResidence],
      [foreignerPermanentResidence(), checkForeignerPermanentResidence]
    ] as const) {
      for (const number of fc.sample(arbitrary, { numRuns: 100, seed: 1 })) {
        expect(check(number)).toMatchObject({ valid: true, problems: [] })
        expect(accepted(oneCharacterOff(number, `${digits}X`), check)).toEqual([])
        expect(accepted(adjacentSwaps(number), check)).toEqual([])
      }
    }
  })

  it("GB 11714: every wrong digit is caught in an organization code", () => {
    for (const code of sample(organizationCode)) {
      expect(checkOrganizationCode(code)).toMatchObject({ valid: true, problems: [] })
      const digitForDigit = Array.from(code).flatMap((own, at) =>
        digits.includes(own)
          ? Array.from(digits)
              .filter((other) => other !== own)
              .map((other) => code.slice(0, at) + other + code.slice(at + 1))
          : []
      )
      expect(accepted(digitForDigit, checkOrganizationCode)).toEqual([])
    }
  })

  it("GB 11714: what it cannot see is exactly characters eleven apart (0 B M X, 1 C N Y …), and nothing else", () => {
    let unseen = 0
    for (const code of sample(organizationCode).slice(0, 200)) {
      for (const off of oneCharacterOff(code, digits + letters)) {
        const at = Array.from(off).findIndex((character, index) => character !== code.charAt(index))
        const blind = at < 8 && remainder(off.charAt(at)) === remainder(code.charAt(at))
        expect(checkOrganizationCode(off).valid).toBe(blind)
        if (blind) unseen++
      }
    }
    expect(unseen).toBeGreaterThan(0)
  })

  it("GB 11714: swapped neighbours escape only when eleven apart, or as 1X at the end", () => {
    for (const code of sample(organizationCode)) {
      for (const swap of accepted(adjacentSwaps(code), checkOrganizationCode)) {
        const at = Array.from(swap).findIndex((character, index) => character !== code.charAt(index))
        const pair = code.slice(at, at + 2)
        // X counts ten as the check character and 33 in the body, so 1X and X1 weigh the same
        const blind = at < 7 ? remainder(pair.charAt(0)) === remainder(pair.charAt(1)) : pair === "1X" || pair === "X1"
        expect(blind).toBe(true)
      }
    }
  })

  it("GB 11714: PDY00001 to PDY99999 is refused whatever its check character, its neighbours are not", () => {
    for (const body of ["PDY00001", "PDY50000", "PDY99999"]) {
      const { valid, problems } = checkOrganizationCode(body + organizationCheck(body))
      expect([valid, problems.map(({ code }) => code)]).toEqual([false, ["reserved-range"]])
    }
    for (const body of ["PDY00000", "PDX99999", "PDZ00001", "PDY0000A"]) {
      expect(checkOrganizationCode(body + organizationCheck(body)).valid).toBe(true)
    }
  })

  it("one by hand: 91350100M000100Y43 with its 1 and 0 swapped", () => {
    expect(checkUnifiedSocialCreditCode("91350010M000100Y43").problems).toContainEqual({
      code: "check-character-mismatch",
      severity: "error",
      position: 18
    })
  })
})
