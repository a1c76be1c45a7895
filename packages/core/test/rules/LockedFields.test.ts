import { type Enterprise, Role, scopeOf } from "@single-window/core"
import { decorated, document, enterprise, personName, sameEnterprise } from "@single-window/testkit/arbitraries"
import * as Either from "effect/Either"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as LockedFields from "../../src/rules/LockedFields.js"
import { refusalOf } from "./answers.js"

const { check, checkSeat } = LockedFields
const identity = fc.record({ name: personName, document })

describe("R-61b R-61c R-63: what was verified cannot be typed over", () => {
  it("lets the same values be given again, in any form, and answers with the locked ones", () => {
    const retyped = identity.chain((locked) =>
      fc.tuple(fc.constant(locked), decorated(locked.document.number), fc.constantFrom("", " ", "　"))
    )
    fc.assert(
      fc.property(retyped, fc.boolean(), fc.boolean(), ([locked, number, blank], withName, withDocument) => {
        const given = {
          ...(withName ? { name: blank + locked.name } : {}),
          ...(withDocument ? { document: { type: locked.document.type, number } } : {})
        }
        expect(check(given, locked)).toEqual(Either.right(locked))
      })
    )
  })

  it("refuses another name, type or number by its field", () => {
    fc.assert(
      fc.property(identity, identity, (locked, other) => {
        fc.pre(locked.name !== other.name && locked.document.number !== other.document.number)
        const { number, type } = locked.document
        const lockedField = (given: Partial<LockedFields.Identity>) => refusalOf(check(given, locked))
        expect(lockedField({ name: other.name })).toEqual({ tag: "FieldLocked", field: "name" })
        expect(lockedField({ document: { type, number: other.document.number } })).toEqual({
          tag: "FieldLocked",
          field: "document.number"
        })
        expect(lockedField({ document: { type: "another", number } })).toEqual({
          tag: "FieldLocked",
          field: "document.type"
        })
        expect(lockedField(other)).toBeDefined()
      })
    )
  })
})

describe("R-71: an administrator stays with the enterprise", () => {
  it("lets anybody else move to another, and an administrator change all that is not its code", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Role.literals), enterprise, enterprise, (role, before, after) => {
        const moves = scopeOf(before) !== scopeOf(after)
        expect(refusalOf(checkSeat({ role, enterprise: before }, after))).toEqual(
          role === "administrator" && moves ? { tag: "FieldLocked", field: "organizationCode" } : undefined
        )
        const renamed: Enterprise = {
          ...before,
          name: after.name,
          legalRepresentativeName: after.legalRepresentativeName
        }
        expect(checkSeat({ role, enterprise: before }, renamed)).toEqual(Either.right(renamed))
      })
    )
  })

  it("knows its own enterprise in any form", () => {
    const written = enterprise.chain((one) => fc.tuple(fc.constant(one), sameEnterprise(one)))
    fc.assert(
      fc.property(written, ([one, same]) => {
        expect(refusalOf(checkSeat({ role: "administrator", enterprise: one }, same))).toBeUndefined()
      })
    )
  })
})
