import { account } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as AdministratorRequired from "../../src/rules/AdministratorRequired.js"
import { refusalOf } from "./answers.js"

const { check, checkVacant, REGISTRATION_ADDRESS } = AdministratorRequired
const seat = fc.option(account({ deleted: fc.boolean() }), { nil: undefined })

describe("R-71: the enterprise has one administrator", () => {
  it("needs a live administrator, and a vacant seat to register one: never both", () => {
    fc.assert(
      fc.property(seat, (holder) => {
        const filled = holder !== undefined && holder.role === "administrator" && !holder.deleted
        expect(refusalOf(check(holder))).toEqual(
          filled ? undefined : { tag: "AdministratorNotRegistered", address: REGISTRATION_ADDRESS }
        )
        expect(refusalOf(checkVacant(holder))).toEqual(filled ? { tag: "AdministratorAlreadyRegistered" } : undefined)
      })
    )
  })

  it("gives the manual's address", () => {
    expect(REGISTRATION_ADDRESS).toBe("https://app.singlewindow.cn/userserver/user/userEtpsRegister/eptQuickReg")
  })
})
