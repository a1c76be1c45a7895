import { defaultPolicy, rules } from "@single-window/core"
import * as Either from "effect/Either"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { form, valueOf } from "../../src/form/Form.js"
import * as ChangePassword from "../../src/screens/changePassword/model.js"
import { operatorCounts } from "../../src/screens/home/model.js"
import * as LogIn from "../../src/screens/logIn/model.js"

const captcha = { id: "c1", question: { zh: "1 加 1", en: "1 plus 1" }, expiresAt: 0 }
const filled = (values: Partial<Record<"username" | "password" | "captcha", string>>): LogIn.LogInState => {
  const state = LogIn.asked(LogIn.initial, captcha)
  return { ...state, form: { ...state.form, ...form(LogIn.items, values) } }
}

describe("the log-in", () => {
  const words = fc.constantFrom("", "  ", "zhang01", "Qd#2026 ")
  it("sends exactly what is whole, the password as it was typed, and else says where to go on", () => {
    fc.assert(
      fc.property(words, words, words, (username, password, answer) => {
        const state = filled({ username, password, captcha: answer })
        const whole = username.trim() !== "" && password !== "" && answer.trim() !== ""
        expect(LogIn.submission(state)).toEqual(
          whole ? { username: username.trim(), password, captcha: { id: "c1", answer: answer.trim() } } : undefined
        )
        if (username.trim() === "") expect(LogIn.firstMissing(state)).toBe("username")
      })
    )
  })
  it("keeps the name after a refusal, and neither password, answer nor captcha", () => {
    const state = LogIn.refused(filled({ username: "zhang01", password: "x", captcha: "2" }))
    expect(valueOf(state.form, "username")).toBe("zhang01")
    expect([valueOf(state.form, "password"), valueOf(state.form, "captcha")]).toEqual(["", ""])
    expect(state.captcha).toBeUndefined()
    expect(LogIn.submission(state)).toBeUndefined()
  })
})

describe("a new password (R-79)", () => {
  const password = fc.oneof(
    fc.constantFrom(
      "88888888",
      "８８８８８８８８",
      "zhang01abc",
      "ZHANG01ABC",
      "Old#Secret1",
      "aaaaaaaa",
      "Aa345678",
      "短"
    ),
    fc.string({ unit: "grapheme", maxLength: 12 })
  )
  it("is ready exactly when the rule takes it, the current one is there and both are the same", () => {
    fc.assert(
      fc.property(fc.constantFrom("", "Old#Secret1"), password, fc.boolean(), (current, next, same) => {
        const values = { current, next, again: same ? next : `${next}x` }
        const typedIn = form(ChangePassword.items, values)
        const state = { form: typedIn, policy: defaultPolicy }
        const typed = valueOf(typedIn, "next")
        const taken = Either.isRight(rules.InitialPassword.check(typed, current, "zhang01abc", defaultPolicy))
        const judged = ChangePassword.ready(state, "zhang01abc")
        expect(judged).toBe(taken && current !== "" && typed === valueOf(typedIn, "again"))
      }),
      { numRuns: 2000 }
    )
  })
})

it("operators are counted by what an administrator looks for", () => {
  const one = (level: string, status: string) => ({ level, status })
  const operators = [
    one("none", "active"),
    one("high", "locked"),
    one("medium", "active"),
    one("none", "password-change-required")
  ]
  expect(operatorCounts(operators as unknown as Parameters<typeof operatorCounts>[0])).toEqual({
    all: 4,
    certified: 2,
    locked: 1,
    initial: 1
  })
})
