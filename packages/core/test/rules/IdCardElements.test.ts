import {
  decorated,
  oneCharacterOff,
  otherDocument,
  personName,
  residentId,
  validity
} from "@single-window/testkit/arbitraries"
import * as Either from "effect/Either"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as IdCardElements from "../../src/rules/IdCardElements.js"
import { refusalOf, today } from "./answers.js"

const { elements } = IdCardElements
const resident = (number: string) => ({ type: "resident-id", number })

describe("R-56 R-57: the four elements, complete and well formed", () => {
  it("asks in one form, however the values were typed", () => {
    const typedWays = residentId().chain((number) => fc.tuple(fc.constant(number), decorated(number)))
    fc.assert(
      fc.property(
        personName,
        typedWays,
        validity,
        fc.constantFrom("", " ", "　"),
        (name, [number, typed], dates, blank) => {
          expect(elements(blank + name, resident(typed), dates, today)).toEqual(
            elements(name, resident(number), dates, today)
          )
          expect(elements(name, resident(number), dates, today)).toEqual(
            Either.right({ name, number, validFrom: dates.from, validTo: dates.to })
          )
        }
      )
    )
  })

  it("writes no expiry as eight zeros, at the end only", () => {
    const longTerm = fc.constantFrom("00000000", "长期", "长期有效")
    fc.assert(
      fc.property(personName, residentId(), longTerm, (name, number, to) => {
        const asked = elements(name, resident(number), { from: "20150301", to }, today)
        expect(Either.getOrThrow(asked).validTo).toBe("00000000")
        expect(refusalOf(elements(name, resident(number), { from: to, to: "20350301" }, today))).toEqual({
          tag: "FieldInvalid",
          field: "validity.from",
          problem: "no-expiry-as-start"
        })
      })
    )
  })

  it("asks nothing about a document that is no resident ID", () => {
    fc.assert(
      fc.property(personName, otherDocument, validity, (name, document, dates) => {
        expect(refusalOf(elements(name, document, dates, today))).toEqual({ tag: "IdCardOnly" })
      })
    )
  })

  it("asks nothing while an element is missing or wrong, and says which field", () => {
    const wrongNumber = residentId().chain((number) => fc.constantFrom(...oneCharacterOff(number, "0123456789")))
    fc.assert(
      fc.property(personName, residentId(), wrongNumber, validity, (name, number, wrong, dates) => {
        const fieldOf = (answer: ReturnType<typeof elements>) => {
          const refused = refusalOf(answer)
          return refused !== undefined && "field" in refused ? refused.field : undefined
        }
        expect(fieldOf(elements("", resident(number), dates, today))).toBe("name")
        expect(fieldOf(elements(name, resident(wrong), dates, today))).toBe("document.number")
        expect(fieldOf(elements(name, resident(number), undefined, today))).toBe("validity.from")
        expect(fieldOf(elements(name, resident(number), { ...dates, to: "" }, today))).toBe("validity.to")
        expect(fieldOf(elements(name, resident(number), { from: "20220511", to: "20320511" }, today))).toBe(
          "validity.from"
        )
        expect(fieldOf(elements(name, resident(number), { from: "20100101", to: "20200101" }, today))).toBe(
          "validity.to"
        )
        expect(fieldOf(elements(name, resident(number), { from: "20150230", to: "20350301" }, today))).toBe(
          "validity.from"
        )
        expect(fieldOf(elements(name, resident(number), { from: "20150301", to: "20351301" }, today))).toBe(
          "validity.to"
        )
      })
    )
  })
})
