import { it } from "@effect/vitest"
import { Verdict } from "@single-window/core"
import { Effect, TestClock } from "effect"
import * as fc from "fast-check"
import { describe, expect } from "vitest"
import { answer, type CodeRow, limited } from "../../src/outbound/CodeTable.js"
import { aboutAnother } from "../../src/outbound/echo.js"
import { settle } from "../../src/outbound/settle.js"
import { plainCode } from "../../src/outbound/Trouble.js"

const rows: ReadonlyArray<CodeRow> = [
  { code: "0", zh: "", en: "", means: answer<Verdict>(Verdict.Match()) },
  { code: "8", zh: "", en: "", means: limited("tomorrow") },
  { code: "Throttling", zh: "", en: "", means: limited("unknown") }
]

describe("a quota that ends tomorrow", () => {
  it.effect.prop(
    "ends within a day, at midnight in China",
    [fc.date({ min: new Date("2020-01-01T00:00:00Z"), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true })],
    ([now]) =>
      Effect.gen(function* () {
        yield* TestClock.setTime(now.getTime())
        const { askAgainAt = 0 } = yield* Effect.flip(settle(rows, "8"))
        expect(askAgainAt).toBeGreaterThan(now.getTime())
        expect(askAgainAt).toBeLessThanOrEqual(now.getTime() + 86_400_000)
        const inChina = new Date(askAgainAt).toLocaleTimeString("en-GB", { timeZone: "Asia/Shanghai" })
        expect(inChina).toMatch(/^(00|24):00:00$/)
      })
  )

  it.effect("for example in the last second of 10 May and in the first of 11 May", () =>
    Effect.gen(function* () {
      const until = (now: string) =>
        Effect.zipRight(TestClock.setTime(Date.parse(now)), Effect.flip(settle(rows, "8"))).pipe(
          Effect.map(({ askAgainAt }) => new Date(askAgainAt ?? 0).toISOString())
        )
      expect(yield* until("2022-05-10T15:59:59.999Z")).toBe("2022-05-10T16:00:00.000Z")
      expect(yield* until("2022-05-10T16:00:00.000Z")).toBe("2022-05-11T16:00:00.000Z")
    })
  )
})

describe("a code", () => {
  it.effect.prop("that no row has means nothing", [fc.string()], ([code]) =>
    Effect.gen(function* () {
      fc.pre(!/^(0|8|Throttling)(\.|$)/.test(code))
      expect(yield* Effect.flip(settle(rows, code))).toMatchObject({ reason: "unknown-code" })
    })
  )

  it.effect("is read by what stands before its dots", () =>
    Effect.gen(function* () {
      for (const code of ["Throttling", "Throttling.User", "Throttling.Api.PerMinute"])
        expect(yield* Effect.flip(settle(rows, code))).toMatchObject({ reason: "limited" })
      for (const code of ["ThrottlingUser", ".Throttling", "X.Throttling"])
        expect(yield* Effect.flip(settle(rows, code))).toMatchObject({ reason: "unknown-code" })
    })
  )

  it.prop(
    "is shown to staff only in a form that can hold no name and no number of anybody",
    [fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z.]{0,10}[0-9]{5,20}$/), fc.constantFrom("张伟", "13800000001"))],
    ([code]) => {
      const shown = plainCode(code)
      if (shown !== undefined) expect(shown).toMatch(/^(?!.*[0-9]{5})[-A-Za-z0-9_./]{1,65}$/)
    }
  )

  it("of the usual forms is shown", () => {
    const usual = ["0", "-1", "2/201", "HTTP503", "ECONNRESET", "isv.DAY_LIMIT_CONTROL", "Throttling.User"]
    expect(usual.map(plainCode)).toEqual(usual)
    expect([plainCode(undefined), plainCode(500), plainCode(""), plainCode("a b")]).toEqual(Array(4).fill(undefined))
  })
})

describe("an answer that repeats the question", () => {
  const asked = { Name: "张伟", IdCard: "119999198006150116", CertType: 0 }

  it.prop(
    "with any other value is about somebody else, however deep it stands",
    [fc.constantFrom("Name", "IdCard", "CertType"), fc.string(), fc.nat(3)],
    ([field, value, depth]) => {
      fc.pre(value !== String(asked[field as keyof typeof asked]) && !value.includes("*"))
      const nested = Array.from({ length: depth }).reduce<object>((inner) => ({ Result: inner }), { [field]: value })
      expect(aboutAnother(asked, nested)).toBe(true)
    }
  )

  it("as it was, masked, or not at all is about the person asked", () => {
    const fine = [
      asked,
      { IdCard: "1199**********0116" },
      { Name: "*伟" },
      { CertType: "0" },
      { Result: "0" },
      { Name: null }
    ]
    expect(fine.map((said) => aboutAnother(asked, said))).toEqual(fine.map(() => false))
    const wrong = [{ IdCard: "1199**********0117" }, { IdCard: "*" }, { Name: "李*" }, { CertType: 1 }]
    expect(wrong.map((said) => aboutAnother(asked, said))).toEqual(wrong.map(() => true))
  })
})
