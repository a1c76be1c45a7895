import { posix } from "node:path"
import { describe, expect, it } from "vitest"
import { type Import, read, type Source, sources } from "./sources.js"

/** The parts of the core, from the ground up; a part imports from its own row and those below it. */
const rows: ReadonlyArray<ReadonlyArray<string>> = [
  ["identifiers"],
  ["domain"],
  ["rules"],
  ["flows"],
  ["ports", "store"],
  ["Refusal.ts"],
  ["commands", "queries"],
  ["messages"],
  ["front door"],
  ["promise.ts", "index.ts"]
]

/**
 * What is only named below where it is declared, and is gone when the program runs: a rule says which events follow,
 * and the closed union gathers the refusals that commands declare.
 */
const named: ReadonlyArray<readonly [part: string, target: RegExp]> = [
  ["rules", /^core\/src\/flows\/AccountEvent\.js$/],
  ["Refusal.ts", /^core\/src\/commands\//]
]

/** The folder, or for a file beside the folders its name; those that no row names make up the front door. */
const partOf = (path: string): string => {
  const part = (path.split("/")[2] ?? "").replace(/\.js$/, ".ts")
  return part.endsWith(".ts") && !rows.some((row) => row.includes(part)) ? "front door" : part
}
const rowOf = (path: string): number => rows.findIndex((row) => row.includes(partOf(path)))

const target = (source: Source, { from }: Import): string => posix.join(posix.dirname(source.path), from)

/** What is wrong with an import inside the core. */
const upward = (source: Source, found: Import): boolean => {
  if (!found.from.startsWith(".")) return false
  const to = target(source, found)
  if (found.typeOnly && named.some(([part, place]) => part === partOf(source.path) && place.test(to))) {
    return false
  }
  const own = rowOf(source.path)
  const other = rowOf(to)
  return own < 0 || other < 0 || other > own
}

const packageOf = (from: string): string | undefined => /^@single-window\/([a-z]+)/.exec(from)?.[1]

/** Which packages of ours each package may import. */
const below: Readonly<Record<string, ReadonlyArray<string>>> = {
  core: [],
  testkit: ["core"],
  adapters: ["core"],
  tui: ["core", "adapters"]
}
/** Where the terminal plays or simulates a made-up world, or tests an adapter; nothing else that runs in production may load one. */
const playsAWorld = /^tui\/src\/.*(demo|scenario|conformance|simulat)/i

const foreign = (source: Source, { from }: Import): boolean => {
  const own = source.path.split("/")[0] ?? ""
  const other = packageOf(from)
  if (other === undefined) return false
  return !(below[own]?.includes(other) || (other === "testkit" && playsAWorld.test(source.path)))
}

const leavesItsPackage = (source: Source, found: Import): boolean =>
  found.from.startsWith(".") && !target(source, found).startsWith(`${source.path.split("/")[0]}/src/`)

const inCore = (source: Source) => source.path.startsWith("core/")

const listed = (all: ReadonlyArray<Source>, wrong: (source: Source, found: Import) => boolean): ReadonlyArray<string> =>
  all.flatMap((source) =>
    source.imports.filter((found) => wrong(source, found)).map(({ from }) => `${source.path} imports ${from}`)
  )

const notEffect = (_: Source, { from }: Import) =>
  !from.startsWith(".") && from !== "effect" && !from.startsWith("effect/")

describe("the arrows point downward", () => {
  const all = sources()
  const core = all.filter(inCore)

  it("finds the sources at all", () => {
    expect(core.length).toBeGreaterThan(80)
    expect(core.flatMap(({ imports }) => imports).length).toBeGreaterThan(300)
  })

  it("the core imports nothing but Effect", () => {
    expect(listed(core, notEffect)).toEqual([])
  })

  it("the identifiers import nothing but themselves, so that they load without Effect", () => {
    const identifiers = core.filter(({ path }) => partOf(path) === "identifiers")
    expect(listed(identifiers, (_, { from }) => !from.startsWith("./"))).toEqual([])
  })

  it("inside the core no part imports from above", () => {
    expect(listed(core, upward)).toEqual([])
  })

  it("no package imports from above, and none but demo and scenarios load the made-up world", () => {
    expect(listed(all, foreign)).toEqual([])
  })

  it("no package reaches into another's files", () => {
    expect(listed(all, leavesItsPackage)).toEqual([])
  })

  it("the core reads no clock, no chance and no environment, and writes nowhere", () => {
    expect(core.flatMap(({ path, reaches }) => reaches.map((reach) => `${path} uses ${reach}`))).toEqual([])
  })
})

describe("this test can fail", () => {
  const wrongBy = (wrong: (source: Source, found: Import) => boolean, path: string, text: string) =>
    listed([read(path, text)], wrong).length > 0

  it("on an import from above, unless it only names what it may", () => {
    const rule = "core/src/rules/X.ts"
    expect(wrongBy(upward, rule, `import { evolve } from "../flows/AccountLife.js"`)).toBe(true)
    expect(wrongBy(upward, rule, `import type { Store } from "../store/Store.js"`)).toBe(true)
    expect(wrongBy(upward, rule, `export * from "../commands/LogIn.js"`)).toBe(true)
    expect(wrongBy(upward, rule, `import { AccountEvent } from "../flows/AccountEvent.js"`)).toBe(true)
    expect(wrongBy(upward, rule, `import { type AccountEvent } from "../flows/AccountEvent.js"`)).toBe(false)
    expect(wrongBy(upward, rule, `import { Refused } from "../domain/Refused.js"`)).toBe(false)
    expect(wrongBy(upward, "core/src/domain/X.ts", `await import("../rules/Rule.js")`)).toBe(true)
    expect(wrongBy(upward, "core/src/somewhere/X.ts", `import { a } from "../domain/Account.js"`)).toBe(true)
  })

  it("on a package from above or outside", () => {
    expect(wrongBy(notEffect, "core/src/rules/X.ts", `import { readFileSync } from "node:fs"`)).toBe(true)
    expect(wrongBy(notEffect, "core/src/rules/X.ts", `import * as fc from "fast-check"`)).toBe(true)
    expect(wrongBy(notEffect, "core/src/rules/X.ts", `import * as Either from "effect/Either"`)).toBe(false)
    expect(wrongBy(foreign, "adapters/src/x.ts", `import { world } from "@single-window/testkit"`)).toBe(true)
    expect(wrongBy(foreign, "testkit/src/x.ts", `import { sqlite } from "@single-window/adapters/sqlite"`)).toBe(true)
    expect(wrongBy(foreign, "tui/src/screens/x.tsx", `import { world } from "@single-window/testkit"`)).toBe(true)
    expect(wrongBy(foreign, "tui/src/cli/demo.ts", `import { world } from "@single-window/testkit"`)).toBe(false)
    expect(wrongBy(leavesItsPackage, "tui/src/x.ts", `import "../../core/src/index.js"`)).toBe(true)
  })

  it("on the outside world, but not on names that only look like it", () => {
    const reaches = (text: string) => read("core/src/rules/X.ts", text).reaches
    expect(reaches("Date.now()")).toEqual(["Date.now"])
    expect(reaches("new Date(0)")).toEqual(["new Date"])
    expect(reaches("Math.random()")).toEqual(["Math.random"])
    expect(reaches("console.log(process.env)")).toEqual(["console", "process"])
    expect(reaches("setTimeout(f, 1)")).toEqual(["setTimeout"])
    expect(reaches("crypto.randomUUID()")).toEqual(["crypto"])
    expect(reaches("const f = { now: Date.now }")).toEqual(["Date.now"])
    expect(reaches(`order.process(); const a = { console: 1 }; const b = "new Date()" // Date.now()`)).toEqual([])
  })
})
