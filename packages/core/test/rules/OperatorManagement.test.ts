import { CardKind, defaultPolicy, Origin } from "@single-window/core"
import { account } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as OperatorManagement from "../../src/rules/OperatorManagement.js"
import { policyWith, refusalOf } from "./answers.js"

const { checkTarget, mayManage } = OperatorManagement
const entrance = fc.constantFrom("password" as const, ...CardKind.literals)
const deed = fc.constantFrom<OperatorManagement.Deed>("admit", "delete", "restore", "reset", "recreate")

describe("R-73: who manages operators", () => {
  it("lets in a legal-person card and a user name, and no other card", () => {
    fc.assert(
      fc.property(entrance, (entrance) => {
        const may = entrance === "legal-person" || entrance === "password"
        expect(refusalOf(mayManage(entrance))).toEqual(may ? undefined : { tag: "OperatorCardCannotManage" })
      })
    )
  })
})

describe("R-75: which accounts are managed", () => {
  it("never the manager's own, and never an administrator's", () => {
    fc.assert(
      fc.property(account(), deed, fc.array(fc.constantFrom(...Origin.literals)), (target, deed, manageableOrigins) => {
        const policy = policyWith("operators", { manageableOrigins })
        const protectedOne = { tag: "AdministratorProtected" }
        expect(refusalOf(checkTarget(target, target.id, policy, deed))).toEqual(protectedOne)
        const administrator = { ...target, role: "administrator" as const }
        expect(refusalOf(checkTarget(administrator, undefined, policy, deed))).toEqual(protectedOne)
      })
    )
  })

  it("otherwise those of policy's origins; admitting is free of origin", () => {
    fc.assert(
      fc.property(
        account({ role: fc.constantFrom("personal", "operator") }),
        deed,
        fc.subarray([...Origin.literals]),
        (target, deed, manageableOrigins) => {
          const answer = checkTarget(target, undefined, policyWith("operators", { manageableOrigins }), deed)
          expect(refusalOf(answer)).toEqual(
            deed === "admit" || manageableOrigins.includes(target.origin)
              ? undefined
              : { tag: "FieldInvalid", field: "account", problem: "not-manageable" }
          )
        }
      )
    )
  })

  it("by default migrated users and cardless operators", () => {
    fc.assert(
      fc.property(account({ role: fc.constant("operator") }), (target) => {
        const may = refusalOf(checkTarget(target, undefined, defaultPolicy, "delete")) === undefined
        expect(may).toBe(target.origin === "migrated" || target.origin === "cardless")
      })
    )
  })
})
