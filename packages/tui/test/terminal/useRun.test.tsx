import { NotPermitted, type Refusal } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { Text } from "ink"
import { render } from "ink-testing-library"
import { useEffect } from "react"
import { describe, expect, it, vi } from "vitest"
import { useRun } from "../../src/hooks/useRun.js"
import type { Everything } from "../../src/Live.js"
import { Boundary } from "../../src/terminal/Boundary.js"
import { type Shell, ShellContext } from "../../src/terminal/Shell.js"

const runtime = ManagedRuntime.make(Layer.empty) as unknown as ManagedRuntime.ManagedRuntime<Everything, never>
const nothing = () => undefined

/** A screen that does one piece of work as soon as it is there, and what was said meanwhile. */
const screenDoing = (
  work: Effect.Effect<string, Refusal>,
  done: (value: string) => void = nothing,
  { times = 1, anew = false } = {}
) => {
  const said: Array<string> = []
  const running = { current: new Set<() => void>() }
  const shell: Shell = {
    ...{ language: "zh", size: { columns: 80, rows: 24 }, theme: "none", screenReader: false, session: undefined },
    ...{ crumbs: [], status: undefined, mocked: false, helping: false, commandLine: undefined },
    ...{ opened: Promise.resolve({ runtime, mocked: false }), keyboard: { current: undefined }, running },
    ...{
      kept: { current: new Set<() => void>() },
      setBackground: nothing,
      park: nothing,
      at: () => ({ _tag: "Home" }) as const
    },
    ...{ go: nothing, replace: nothing, back: nothing, enter: nothing, setCursor: nothing, quit: nothing },
    say: (text) => said.push(text)
  }
  const Screen = () => {
    const { run, start } = useRun<string>()
    // biome-ignore lint/correctness/useExhaustiveDependencies: once
    useEffect(() => {
      for (let time = 0; time < times; time++) setTimeout(() => start(work, { done, anew }), time * 10)
    }, [])
    return <Text>{run._tag === "Done" ? `Done ${run.value}` : run._tag}</Text>
  }
  const screen = render(
    <ShellContext value={shell}>
      <Screen />
    </ShellContext>
  )
  return {
    said,
    running: running.current,
    until: (frame: string) => vi.waitFor(() => expect(screen.lastFrame()).toBe(frame)),
    ...screen
  }
}

describe("work that a screen begins", () => {
  it("ends with its answer", async () => {
    const screen = screenDoing(Effect.succeed("yes"))
    await screen.until("Done yes")
    expect(screen.said).toEqual([])
    expect(screen.running.size).toBe(0)
  })

  it("ends with a refusal as a value", async () => {
    await screenDoing(Effect.fail(new NotPermitted())).until("Refused")
  })

  it.each([
    ["what fails unexpectedly", Effect.die(new Error("secret 110101199003070011")), nothing],
    [
      "what the screen cannot make of an answer",
      Effect.succeed("yes"),
      () => {
        throw new Error("secret 110101199003070011")
      }
    ]
  ])("%s is told by a number, without what it was", async (_, work, done) => {
    const screen = screenDoing(work, done)
    await screen.until("Broken")
    expect(screen.said).toHaveLength(1)
    expect(screen.said[0]).toMatch(/流水 [0-9a-f]{4}-[0-9a-f]{4} /)
    expect(screen.said[0]).not.toContain("secret")
  })

  it("is interrupted when the screen is left, and when it is stopped", async () => {
    for (const leave of ["unmount", "stop"] as const) {
      let interrupted = 0
      const screen = screenDoing(Effect.onInterrupt(Effect.never, () => Effect.sync(() => interrupted++)))
      await screen.until("Running")
      await vi.waitFor(() => expect(screen.running.size).toBe(1))
      // The front door is there by now, and the work has begun.
      await Promise.resolve()
      if (leave === "unmount") screen.unmount()
      else for (const stop of [...screen.running]) stop()
      await vi.waitFor(() => expect(interrupted).toBe(1))
      expect(screen.running.size).toBe(0)
    }
  })

  it("is begun once, however often the key is pressed, unless it is what is to be read anew", async () => {
    for (const [anew, times, interruptions] of [
      [false, 1, 0],
      [true, 3, 2]
    ] as const) {
      let [begun, interrupted] = [0, 0]
      const work = Effect.zipRight(
        Effect.sync(() => begun++),
        Effect.onInterrupt(Effect.delay(Effect.succeed("once"), "60 millis"), () => Effect.sync(() => interrupted++))
      )
      const screen = screenDoing(work, nothing, { times: 3, anew })
      await screen.until("Done once")
      expect([begun, interrupted]).toEqual([times, interruptions])
    }
  })

  it("says that it goes on once it takes long, and takes that back when it ends", async () => {
    const screen = screenDoing(Effect.delay(Effect.succeed("late"), "500 millis"))
    await vi.waitFor(() => expect(screen.said).toEqual(["处理中"]))
    await screen.until("Done late")
    expect(screen.said).toEqual(["处理中", ""])
  })
})

it("a screen that cannot be drawn is told in words, and the next one is drawn", () => {
  const Broken = (): never => {
    throw new Error("cannot be drawn")
  }
  const errors = vi.spyOn(console, "error").mockImplementation(nothing)
  const place = (id: number, screen: React.ReactNode) => (
    <Boundary key={id} fallback={() => <Text>told in words</Text>}>
      {screen}
    </Boundary>
  )
  const { lastFrame, rerender } = render(place(1, <Broken />))
  expect(lastFrame()).toBe("told in words")
  rerender(place(2, <Text>the next one</Text>))
  expect(lastFrame()).toBe("the next one")
  errors.mockRestore()
})
