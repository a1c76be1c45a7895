import { checkMigratedUsername, checkUsername, usernameKey } from "@single-window/core/identifiers"
import { username } from "@single-window/testkit/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

/** The sentence of the manual as a pattern. */
const rule = /^(?=.*[A-Za-z])[A-Za-z0-9]{6,18}$/

describe("R-78: 6 to 18 English letters, or letters and digits", () => {
  it("accepts exactly what the rule says", () => {
    const near = fc.stringOf(fc.constantFrom(..."abcXYZ0123456789_-. é"), { minLength: 4, maxLength: 20 })
    fc.assert(
      fc.property(fc.oneof(near, username, fc.fullUnicodeString()), (text) => {
        fc.pre(text === text.trim())
        expect(checkUsername(text).valid).toBe(rule.test(text))
      }),
      { numRuns: 2000 }
    )
  })

  it("keeps the case as typed and compares without it", () => {
    fc.assert(
      fc.property(username, (name) => {
        const { normalized, facts } = checkUsername(` ${name} `)
        expect(normalized).toBe(name)
        expect(facts.key).toBe(name.toLowerCase())
        expect(checkUsername(name.toUpperCase()).facts.key).toBe(facts.key)
      })
    )
  })

  it("gives a migrated name the same key as a new one", () => {
    fc.assert(
      fc.property(username, (name) => {
        expect(checkMigratedUsername(name).facts.key).toBe(checkUsername(name).facts.key)
      })
    )
  })

  it("has keys that are their own keys", () => {
    fc.assert(fc.property(fc.fullUnicodeString(), (text) => usernameKey(usernameKey(text)) === usernameKey(text)))
  })
})
