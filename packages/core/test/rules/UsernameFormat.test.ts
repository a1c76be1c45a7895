import { organizationCode, username } from "@single-window/testkit/arbitraries"
import * as Either from "effect/Either"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as UsernameFormat from "../../src/rules/UsernameFormat.js"
import { refusalOf } from "./answers.js"

const { check } = UsernameFormat
const nobody = { reservedFor: undefined, exactName: undefined }
const scope = organizationCode.map((code) => `org:${code}`)

/** Names of older systems that the rule would refuse. */
const oldName = fc.constantFrom("bj", "ciq_bj_001", "1234567", "张伟", "a-very-long-name-of-old", "x.y@z")
const anyName = fc.oneof(username, oldName)

describe("R-78: 6 to 18 letters, or letters and digits", () => {
  it("takes a new name exactly when it is so formed, whatever the enterprise", () => {
    const near = fc.stringOf(fc.constantFrom(..."abXY09_ -é"), { minLength: 4, maxLength: 20 })
    fc.assert(
      fc.property(fc.oneof(near, anyName), fc.option(scope, { nil: undefined }), (name, scope) => {
        fc.pre(name === name.trim())
        const formed = /^(?=.*[A-Za-z])[A-Za-z0-9]{6,18}$/.test(name)
        const answer = check(name, nobody, scope)
        if (formed) expect(answer).toEqual(Either.right(name))
        else expect(refusalOf(answer)).toMatchObject({ tag: "UsernameInvalid" })
      }),
      { numRuns: 300 }
    )
  })

  it("refuses digits alone and takes letters alone", () => {
    expect(refusalOf(check("12345678", nobody, undefined))).toEqual({ tag: "UsernameInvalid", problem: "no-letter" })
    expect(check("abcdef", nobody, undefined)).toEqual(Either.right("abcdef"))
    expect(refusalOf(check("  ", nobody, undefined))).toEqual({ tag: "UsernameInvalid", problem: "missing" })
  })
})

describe("R-77 R-78: a name once migrated to this enterprise is free of the rule", () => {
  it("takes exactly that name again, however it is formed", () => {
    fc.assert(
      fc.property(anyName, scope, (name, own) => {
        expect(check(name, { reservedFor: own, exactName: name }, own)).toEqual(Either.right(name))
      })
    )
  })

  it("gives no exemption for another case of its letters", () => {
    fc.assert(
      fc.property(anyName, scope, (name, own) => {
        const typed = name.toUpperCase()
        fc.pre(typed !== name)
        expect(check(typed, { reservedFor: own, exactName: name }, own)).toEqual(check(typed, nobody, own))
      })
    )
  })

  it("keeps it from every other enterprise, from none, and from all where its own is not known", () => {
    fc.assert(
      fc.property(anyName, scope, fc.option(scope, { nil: undefined }), (name, own, other) => {
        fc.pre(own !== other)
        const reserved = { tag: "UsernameReserved" }
        expect(refusalOf(check(name, { reservedFor: own, exactName: name }, other))).toEqual(reserved)
        expect(refusalOf(check(name, { reservedFor: undefined, exactName: name }, other))).toEqual(reserved)
        expect(refusalOf(check(name, { reservedFor: own, exactName: undefined }, other))).toEqual(reserved)
      })
    )
  })

  it("still needs to be seen and typed", () => {
    fc.assert(
      fc.property(scope, fc.constantFrom("a\u0000b", "a\u202eb", "a\u200bb"), (own, name) => {
        expect(refusalOf(check(name, { reservedFor: own, exactName: name }, own))).toMatchObject({
          tag: "UsernameInvalid"
        })
      })
    )
  })
})
