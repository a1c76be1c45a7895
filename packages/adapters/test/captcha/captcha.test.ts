import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { it } from "@effect/vitest"
import { CaptchaGate, type Entropy } from "@single-window/core"
import { CaptchaGateConformance } from "@single-window/testkit/conformance"
import { Effect, Layer, Redacted, TestClock } from "effect"
import * as fc from "fast-check"
import { afterAll, describe, expect } from "vitest"
import * as Captcha from "../../src/captcha/index.js"
import { en, meant, questionOf, zh } from "../../src/captcha/question.js"
import * as OsEntropy from "../../src/entropy/index.js"
import * as Vaults from "../../src/vault/index.js"

const folder = mkdtempSync(join(tmpdir(), "captcha-"))
afterAll(() => rmSync(folder, { recursive: true }))

describe("the question", () => {
  it.prop(
    "has one answer, which digits and words of both languages give",
    [fc.stringMatching(/^[0-9]{3}$/)],
    ([digits]) => {
      const { answer } = questionOf(digits)
      const fullWidth = String(answer).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
      const right = [String(answer), zh(answer), en(answer), ` ${en(answer).toUpperCase()} `, fullWidth]
      expect(right.map(meant)).toEqual(right.map(() => answer))
    }
  )

  it("can be read out", () => {
    expect(questionOf("670")).toEqual({ zh: "十七加八等于几？", en: "What is seventeen plus eight?", answer: 25 })
    expect(questionOf("091")).toEqual({ zh: "十一减十等于几？", en: "What is eleven minus ten?", answer: 1 })
    expect([zh(20), en(20), zh(29), en(29), zh(30), en(30)]).toEqual([
      "二十",
      "twenty",
      "二十九",
      "twenty-nine",
      "三十",
      "thirty"
    ])
  })

  it("takes nothing else for an answer", () => {
    expect(["", "二五", "0x19", "2.5", "-5", "25 or 26", "３１"].map(meant)).toEqual(Array(7).fill(undefined))
  })
})

const solve = (question: { readonly zh: string }): string => {
  const [, left = "", sign = "", right = ""] = /^(.+)(加|减)(.+)等于几？$/.exec(question.zh) ?? []
  const [a, b] = [meant(left) ?? Number.NaN, meant(right) ?? Number.NaN]
  return String(sign === "加" ? a + b : a - b)
}

const vault = Vaults.layer({ key: Redacted.make("0123456789abcdef".repeat(4)) })
const kinds: ReadonlyArray<readonly [string, Layer.Layer<CaptchaGate, unknown, Entropy>]> = [
  ["in memory", Captcha.layer],
  ["shared", Layer.provide(Captcha.layerShared({ folder }), vault)]
]

describe.each(kinds)("the gate, %s", (name, kind) => {
  const layer = Layer.provide(kind, OsEntropy.layer)
  CaptchaGateConformance.suite(name, layer, {
    solve: ({ question }) => Effect.succeed(solve(question)),
    pass: TestClock.adjust("2 minutes")
  })

  it.effect("takes the right answer once", () =>
    Effect.gen(function* () {
      const gate = yield* CaptchaGate
      const { id, question } = yield* gate.issue
      expect(yield* gate.check(id, solve(question))).toBe(true)
      expect(yield* gate.check(id, solve(question))).toBe(false)
    }).pipe(Effect.provide(layer))
  )

  it.effect("lets one of many that answer at the same moment through", () =>
    Effect.gen(function* () {
      const gate = yield* CaptchaGate
      const { id, question } = yield* gate.issue
      const all = yield* Effect.replicateEffect(gate.check(id, solve(question)), 32, { concurrency: "unbounded" })
      expect([...all].filter((right) => right)).toHaveLength(1)
    }).pipe(Effect.provide(layer))
  )

  it.effect("is spent by a wrong answer", () =>
    Effect.gen(function* () {
      const gate = yield* CaptchaGate
      const { id, question } = yield* gate.issue
      expect(yield* gate.check(id, "nonsense")).toBe(false)
      expect(yield* gate.check(id, solve(question))).toBe(false)
    }).pipe(Effect.provide(layer))
  )

  it.effect("takes an answer for two minutes, not longer", () =>
    Effect.gen(function* () {
      const gate = yield* CaptchaGate
      const [early, late] = [yield* gate.issue, yield* gate.issue]
      yield* TestClock.adjust("119999 millis")
      expect(yield* gate.check(early.id, solve(early.question))).toBe(true)
      yield* TestClock.adjust("1 millis")
      expect(late.expiresAt).toBe(120_000)
      expect(yield* gate.check(late.id, solve(late.question))).toBe(false)
    }).pipe(Effect.provide(layer))
  )

  it.effect("takes nobody else's id", () =>
    Effect.gen(function* () {
      const gate = yield* CaptchaGate
      const [one, two] = [yield* gate.issue, yield* gate.issue]
      const mixed = one.id.slice(0, 16) + two.id.slice(16)
      for (const id of [mixed, "", "../../x", `${one.id}0`, one.id.toUpperCase()]) {
        expect(yield* gate.check(id, solve(one.question))).toBe(false)
        expect(yield* gate.check(id, solve(two.question))).toBe(false)
      }
    }).pipe(Effect.provide(layer))
  )
})

describe("shared by processes", () => {
  const shared = Layer.provide(Captcha.layerShared({ folder: join(folder, "two") }), [OsEntropy.layer, vault])
  const elsewhere = Effect.provide(CaptchaGate, Layer.fresh(shared))

  it.effect("what one asks another checks, once for both, and spent ones are cleared away", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(1_700_000_000_000)
      const [here, there] = [yield* elsewhere, yield* elsewhere]
      const { id, question } = yield* here.issue
      expect(yield* there.check(id, solve(question))).toBe(true)
      expect(yield* here.check(id, solve(question))).toBe(false)
      expect(readdirSync(join(folder, "two"))).toHaveLength(1)
      yield* TestClock.adjust("3 minutes")
      const next = yield* here.issue
      expect(yield* there.check(next.id, solve(next.question))).toBe(true)
      expect(readdirSync(join(folder, "two"))).toHaveLength(1)
    })
  )
})
