import * as fc from "fast-check"
import { expect, it } from "vitest"
import { secondsLeft } from "../../../src/components/progressBar.js"
import { counted } from "../../../src/screens/import/model.js"

const STEP = 25

/** Milliseconds at the end of each step, when one costs as much as another but for an eighth more or less. */
const times = (steps: number, cost: number, jitter: ReadonlyArray<number>, began: number): ReadonlyArray<number> => {
  const ends: Array<number> = []
  let now = began
  for (let step = 0; step < steps; step++) {
    now += cost * STEP * (jitter[step % jitter.length] ?? 1)
    ends.push(now)
  }
  return ends
}

const run = fc.record({
  began: fc.integer({ min: 0, max: 1_000_000 }),
  passed: fc.integer({ min: 0, max: 200 }),
  fresh: fc.integer({ min: 20, max: 200 }),
  passing: fc.double({ min: 0.05, max: 5, noNaN: true }),
  storing: fc.double({ min: 0.05, max: 5, noNaN: true }),
  jitter: fc.array(fc.double({ min: 0.88, max: 1.13, noNaN: true }), { minLength: 1, maxLength: 50 })
})

it("T15: once a fifth of what an import has to store is stored, the time left is within 30 % of the truth, wherever an earlier run ended", () => {
  let worst = 0
  fc.assert(
    fc.property(run, ({ began, passed, fresh, passing, storing, jitter }) => {
      const over = times(passed, passing, jitter, began)
      const all = [...over, ...times(fresh, storing, jitter, over.at(-1) ?? began)]
      const end = all.at(-1) ?? began
      const progress = counted(began)
      for (const [step, now] of all.entries()) {
        const imported = Math.max(0, step + 1 - passed) * STEP
        const told = progress((step + 1) * STEP, all.length * STEP, imported, now)
        if (imported < (fresh * STEP) / 5 || step + 1 === all.length) continue
        const truth = (end - now) / 1000
        const off = Math.abs((secondsLeft(told) ?? Number.POSITIVE_INFINITY) - truth) / truth
        worst = Math.max(worst, off)
        expect(off).toBeLessThanOrEqual(0.3)
      }
    })
  )
  console.log(`T15: time left after 20 % is at most ${Math.round(worst * 100)} % off, in a model`)
})

it("T15: rows that are passed over count while nothing else is known, and never after", () => {
  const progress = counted(1000)
  expect(progress(4000, 5000, 0, 3000)).toEqual({ done: 4000, total: 5000, since: 1000, now: 3000, from: 0 })
  const stores = progress(4100, 5000, 100, 4000)
  expect(stores).toEqual({ done: 4100, total: 5000, since: 3000, now: 4000, from: 4000 })
  expect(secondsLeft(stores)).toBe(9)
})

it("T15: a machine that has become faster is believed within half a minute", () => {
  const progress = counted(0)
  for (let second = 1; second <= 60; second++) progress(second * 100, 100_000, second * 100, second * 1000)
  for (let second = 1; second <= 30; second++)
    progress(6000 + second * 1000, 100_000, 6000 + second * 1000, (60 + second) * 1000)
  expect(secondsLeft(progress(37_000, 100_000, 37_000, 91_000))).toBe(63)
})
