import { readdirSync, readFileSync } from "node:fs"
import {
  checkValidityPeriod,
  maskBankCard,
  maskDocumentNumber,
  maskMobile,
  maskName,
  problemSentence
} from "@single-window/core/identifiers"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anyText, everyCheck } from "./everyCheck.js"

const runs = { numRuns: 500 }

describe.each(everyCheck)("%s, whatever is typed", (_, check) => {
  it("answers in one shape: valid without an error, a reason otherwise, positions inside the input", () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const { valid, normalized, problems, facts } = check(input)
        expect(problems.some(({ severity }) => severity === "error")).toBe(!valid)
        if (valid) expect(normalized).not.toBe("")
        else expect(facts).toEqual({})
        for (const problem of problems) {
          expect(problemSentence(problem, "zh")).not.toBe("")
          if (problem.position !== undefined) {
            expect(problem.position).toBeGreaterThanOrEqual(1)
            expect(problem.position).toBeLessThanOrEqual(Array.from(input).length + 1)
          }
        }
      }),
      runs
    )
  })

  it("gives a canonical form that is its own canonical form, and is judged alike", () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const once = check(input)
        if (once.normalized === "") return
        const twice = check(once.normalized)
        expect(twice.normalized).toBe(once.normalized)
        expect(twice.valid).toBe(once.valid)
        expect(twice.problems.map(({ code }) => code)).toEqual(once.problems.map(({ code }) => code))
      }),
      runs
    )
  })

  it("tells a blank from a value", () => {
    for (const blank of ["", " ", "\u3000\u00a0 "]) {
      expect(check(blank)).toMatchObject({ valid: false, normalized: "", problems: [{ code: "blank" }] })
    }
  })
})

it("a validity period takes any two texts and any day as today", () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (from, to, today) => {
      const { valid, problems } = checkValidityPeriod(from, to, { today, birthDate: today })
      expect(problems.some(({ severity }) => severity === "error")).toBe(!valid)
    })
  )
})

/** The best of some runs, which is what the machine can do when nobody else is busy. */
const fastest = (work: () => void): number => {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 9; run++) {
    const began = performance.now()
    for (let repeat = 0; repeat < 5; repeat++) work()
    best = Math.min(best, performance.now() - began)
  }
  return best
}

const repeated = ["1", "A", " ", "-", "·", "（", ",", "中", "\u0301", "a\u0301", "\u200b", "\ud800", "𠮷 ", "丽"]

describe("the time grows with the length, not with its square", () => {
  const masks = [maskDocumentNumber, maskName, maskMobile, maskBankCard]

  it.each(repeated)("for %j over and over", (unit) => {
    const text = (length: number) => `a${unit.repeat(Math.ceil(length / unit.length))}`.slice(0, length)
    const every = (input: string) => () => {
      for (const [, check] of everyCheck) check(input)
    }
    // sixteen times the length: a square would take 256 times as long
    every(text(1024))()
    expect(fastest(every(text(1024))) / (fastest(every(text(64))) + 0.05)).toBeLessThan(100)
    // beyond what is looked at, a hundred kilobytes cost no more than a few
    expect(fastest(every(text(100_000)))).toBeLessThan(fastest(every(text(1024))) + 1)
  })

  it("for masks, ten times the length", () => {
    for (const mask of masks) {
      const ratio = fastest(() => mask("x".repeat(20_000))) / (fastest(() => mask("x".repeat(2_000))) + 0.05)
      expect(ratio).toBeLessThan(50)
    }
  })
})

it("the entry point imports nothing but its own files, so that it starts at once", () => {
  const folder = new URL("../../src/identifiers/", import.meta.url)
  const foreign = readdirSync(folder).flatMap((file) =>
    Array.from(readFileSync(new URL(file, folder), "utf8").matchAll(/ from "(?<source>[^"]+)"/g))
      .map((match) => match.groups?.source ?? "")
      .filter((source) => !/^\.\/\w+\.js$/.test(source))
  )
  expect(foreign).toEqual([])
})
