import { Actor } from "@single-window/core"
import fc from "fast-check"
import { Text } from "ink"
import { render } from "ink-testing-library"
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { type Session, sessionLimits } from "../../src/terminal/Session.js"
import { useIdle } from "../../src/terminal/useIdle.js"

const limits = sessionLimits({})
/** What React has begun is on the screen after some turns of the real loop. */
const drawn = async () => {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve))
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: 0 }))
afterEach(() => void vi.useRealTimers())

/** A session under watch, with what was said of it. */
const watched = async (counts: boolean) => {
  const said: Array<string> = []
  const session: Session = {
    actor: Actor.Staff({ name: "li", role: "viewer" }),
    ...{ name: "li", role: "viewer", restricted: false, since: Date.now() }
  }
  let key: () => boolean = () => false
  const Screen = () => {
    const { touched, left } = useIdle({
      ...{ session, limits, counts },
      warn: (seconds, by) => said.push(`warn ${seconds} ${by}`),
      calm: () => said.push("calm"),
      lock: () => said.push("lock")
    })
    key = touched
    return <Text>{left === undefined ? "-" : String(left)}</Text>
  }
  const screen = render(<Screen />)
  await drawn()
  return { said, key: () => key(), left: () => screen.lastFrame(), frames: () => screen.frames.length, screen }
}

const RUNS = 25

it("T17: 150 seconds before the end it warns once and counts down, and a key in time begins anew", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 899 }), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (pauses, counts) => {
        const { said, key, left, frames, screen } = await watched(counts)
        const expected: Array<string> = []
        for (const pause of pauses) {
          const before = frames()
          await vi.advanceTimersByTimeAsync(pause * 1000 + 500)
          await drawn()
          const late = pause >= 750
          if (late) expected.push("warn 150 idle")
          expect(said).toEqual(expected)
          expect(left()).toBe(late && counts ? String(900 - pause) : "-")
          // One a second at most, and nothing moves where it would be read aloud.
          expect(frames() - before).toBeLessThanOrEqual(counts && late ? pause - 748 : 0)
          expect(key()).toBe(true)
          await drawn()
          if (late) expected.push("calm")
          expect(said).toEqual(expected)
          expect(left()).toBe("-")
        }
        await vi.advanceTimersByTimeAsync(900_010)
        expect(said.slice(-1)).toEqual(["lock"])
        screen.unmount()
      }
    ),
    { numRuns: RUNS }
  )
  console.log(`T17: ${RUNS} sessions warned at 150 s, counted down each second, locked at 900 s`)
})

it("T17: after twelve hours no key keeps it open, and that is told once in time", async () => {
  const { said, key, screen } = await watched(true)
  for (let minutes = 10; minutes < 12 * 60; minutes += 10) {
    await vi.advanceTimersByTimeAsync(600_000)
    expect(key()).toBe(true)
  }
  await vi.advanceTimersByTimeAsync(455_000)
  expect(said).toEqual(["warn 150 absolute"])
  expect(key()).toBe(true)
  await vi.advanceTimersByTimeAsync(100_000)
  expect(key()).toBe(true)
  expect(said).toEqual(["warn 150 absolute"])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(said.at(-1)).toBe("lock")
  expect(key()).toBe(false)
  screen.unmount()
})

it("T17: a machine that slept over the end locks soon after it wakes, without a key", async () => {
  const { said, screen } = await watched(true)
  await vi.advanceTimersByTimeAsync(1000)
  vi.setSystemTime(Date.now() + limits.idle)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(said).toEqual(["lock"])
  screen.unmount()
})
