import { defaultPolicy } from "@single-window/core"
import { account, fullWidth, username } from "@single-window/testkit/arbitraries"
import * as Either from "effect/Either"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as InitialPassword from "../../src/rules/InitialPassword.js"
import { policyWith, refusalOf } from "./answers.js"

const { check, guard } = InitialPassword
const problem = (answer: ReturnType<typeof check>) => (Either.isLeft(answer) ? answer.left.problem : undefined)
const loose = policyWith("password", { minLength: 6, characterClasses: 1 })

/** A password that policy accepts: letters and digits, long enough. */
const good = fc
  .tuple(fc.stringOf(fc.constantFrom(..."abcdefgh"), { minLength: 6, maxLength: 20 }), fc.nat({ max: 999 }))
  .map(([letters, digits]) => `${letters}${String(digits).padStart(3, "0")}`)

describe("R-79: the initial password must be changed", () => {
  it("takes a good password, and answers with the one form that is hashed", () => {
    fc.assert(
      fc.property(good, good, username, (next, current, name) => {
        fc.pre(next !== current && next.toLowerCase() !== name.toLowerCase())
        expect(check(next, current, name, defaultPolicy)).toEqual(Either.right(next))
        expect(check(fullWidth(next), current, name, defaultPolicy)).toEqual(Either.right(next))
      })
    )
  })

  it("never takes eight eights, in any width, whatever policy says", () => {
    const eights = fc
      .tuple(...Array.from({ length: 8 }, () => fc.constantFrom("8", "８", "𝟖", "⑧")))
      .map((all) => all.join(""))
    fc.assert(
      fc.property(
        eights,
        good,
        username,
        fc.constantFrom(loose, policyWith("password", { initial: "Init#2022" })),
        (next, current, name, policy) => {
          expect(problem(check(next, current, name, policy))).toBe("initial-password")
        }
      )
    )
    expect(problem(check("Init#2022", "old", "someone", policyWith("password", { initial: "Init#2022" })))).toBe(
      "initial-password"
    )
  })

  it("never takes the current password or the user name, in any width or, for the name, case", () => {
    fc.assert(
      fc.property(good, good, (current, name) => {
        fc.pre(current !== name)
        expect(problem(check(current, current, name, defaultPolicy))).toBe("same-as-current")
        expect(problem(check(fullWidth(current), current, name, defaultPolicy))).toBe("same-as-current")
        expect(problem(check(current, fullWidth(current), name, defaultPolicy))).toBe("same-as-current")
        expect(problem(check(name.toUpperCase(), current, name, defaultPolicy))).toBe("same-as-username")
      })
    )
  })

  it("counts length in characters and asks for as many kinds as policy does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 140 }), (length) => {
        const text = "a1".repeat(70).slice(0, length)
        expect(problem(check(text, "", "someone", defaultPolicy))).toBe(
          length < 8 ? "too-short" : length > 128 ? "too-long" : undefined
        )
      })
    )
    expect(problem(check("𠮷𠮷𠮷𠮷", "", "someone", defaultPolicy))).toBe("too-short")
    const kinds = ["abcdefgh", "abcdEFGH", "abcdEF12", "abcdE12!"]
    for (const [index, text] of kinds.entries()) {
      for (const characterClasses of [1, 2, 3, 4]) {
        expect(problem(check(text, "", "someone", policyWith("password", { characterClasses })))).toBe(
          index + 1 < characterClasses ? "too-few-character-classes" : undefined
        )
      }
    }
    expect(problem(check("abc\u0000def1", "", "someone", defaultPolicy))).toBe("control-character")
  })

  it("lets nothing but changing it be done before", () => {
    const commands = fc.constantFrom(
      "ChangePassword",
      "EditHolder",
      "StartCertification",
      "AddCardlessOperator",
      "BindCard"
    )
    fc.assert(
      fc.property(account(), fc.option(fc.boolean(), { nil: undefined }), commands, (whole, mustChange, command) => {
        const subject = { ...whole, ...(mustChange === undefined ? {} : { password: { hash: "h", mustChange } }) }
        expect(refusalOf(guard(subject, command))).toEqual(
          mustChange === true && command !== "ChangePassword" ? { tag: "PasswordChangeRequired" } : undefined
        )
      })
    )
  })
})
