import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Actor, CurrentPolicy, defaultPolicy, layerMemory, SingleWindow, Store } from "@single-window/core"
import { Mock, World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as fc from "fast-check"
import { afterAll, beforeAll, expect, it } from "vitest"
import { demoWorld } from "../../src/demo/demoWorld.js"
import * as MockWorld from "../../src/demo/mockWorld.js"
import { withValue } from "../../src/form/Form.js"
import type { Everything } from "../../src/Live.js"
import {
  errorsPathOf,
  initial,
  kept,
  nextFilter,
  pathOf,
  shownUsername,
  ticks
} from "../../src/screens/import/model.js"
import {
  type Imported,
  importFile,
  type Screened,
  STEP,
  screenFile,
  writeErrors
} from "../../src/screens/import/work.js"

const ROWS = 400
const REPEATED = 10
const here = mkdtempSync(join(tmpdir(), "single-window-work-"))
const file = join(here, "rows.csv")
const header = "username,source,enterpriseName,holderName,documentType,documentNumber"
const line = (at: number) => `imp_${at % 40 === 39 ? at - 1 : at},ciq,导入示例有限公司,示例员,护照,E${20_000_000 + at}`
beforeAll(() => writeFileSync(file, [header, ...Array.from({ length: ROWS }, (_, at) => line(at)), ""].join("\n")))
afterAll(() => rmSync(here, { recursive: true, force: true }))

const opened = () => {
  const world = { world: demoWorld(), memory: undefined, memoryFailed: () => Effect.void, refuseUndeclared: false }
  const everything = SingleWindow.layer.pipe(
    Layer.provideMerge(Store.layer),
    Layer.provideMerge(
      Layer.mergeAll(
        MockWorld.layer(world),
        layerMemory,
        Mock.PasswordHasher.layer,
        Layer.succeed(CurrentPolicy, defaultPolicy)
      ).pipe(
        Layer.provideMerge(Layer.mergeAll(Mock.Vault.layer, Mock.Entropy.layer)),
        Layer.provideMerge(World.WorldState.layer(demoWorld()))
      )
    )
  )
  return ManagedRuntime.make(everything) as unknown as ManagedRuntime.ManagedRuntime<Everything, never>
}

const by = { actor: Actor.Staff({ name: "li", role: "supervisor" }), envelope: { reason: "迁移批次一" } }
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

const screened = (value: unknown): Screened => {
  if (typeof value === "object" && value !== null && "file" in value) return value as Screened
  throw new Error(`not screened: ${JSON.stringify(value)}`)
}

it("wherever an import is cut, going on stores each row exactly once and the counts add up", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 }), async (cuts) => {
      const runtime = opened()
      const { file: facts } = screened(await runtime.runPromise(screenFile(file, () => undefined, "with-the-store")))
      let stored = 0
      const once = async (turns: number | undefined) => {
        let last: Imported | undefined
        const fiber = runtime.runFork(
          importFile(
            facts,
            by,
            () => undefined,
            (so) => (last = so)
          )
        )
        if (turns === undefined) await Effect.runPromise(Fiber.join(fiber))
        else {
          for (let at = 0; at < turns; at++) await turn()
          await Effect.runPromise(Fiber.interrupt(fiber))
        }
        stored += last?.summary.imported ?? 0
        const found = await runtime.runPromise(
          Effect.flatMap(Store, (store) => store.find({ limit: 500, usernamePrefix: "imp_" }))
        )
        // What the screen says is what is stored: a step that was cut off is whole or told next time.
        expect(found.accounts.length).toBeGreaterThanOrEqual(stored)
        expect(found.accounts.length - stored).toBeLessThanOrEqual(STEP)
        return { last, usernames: found.accounts.map(({ account }) => account.username) }
      }
      for (const turns of cuts) await once(turns)
      const { last, usernames } = await once(undefined)
      expect(usernames).toHaveLength(ROWS - REPEATED)
      expect(new Set(usernames).size).toBe(ROWS - REPEATED)
      expect(last?.summary.rows).toBe(ROWS)
      expect(last?.summary.duplicate).toBe(ROWS - (last?.summary.imported ?? 0))
      await runtime.dispose()
    }),
    { numRuns: 8 }
  )
})

it("the file of errors stands beside the file and repeats nobody's number", async () => {
  const runtime = opened()
  const numbered = join(here, "numbers.csv")
  writeFileSync(numbered, `${header}\n13800001234,ciq,导入示例有限公司,示例员,护照,E20000001\n,ciq,,,,\n`)
  expect(await runtime.runPromise(writeErrors(numbered, "with-the-store"))).toBe(join(here, "numbers.errors.csv"))
  expect(errorsPathOf("/a/b.NDJSON")).toBe("/a/b.errors.csv")
  expect(shownUsername("13800001234")).not.toContain("0000")
  expect(shownUsername("old_ciq_77")).toBe("old_ciq_77")
  expect(await runtime.runPromise(screenFile(join(here, "none.csv"), () => undefined, "with-the-store"))).toMatchObject(
    {
      _tag: "MigrationFileRefused",
      problem: "not-found"
    }
  )
  await runtime.dispose()
})

it("the classes come one after the other, what is ready is not listed, and pictures come once a second", () => {
  const seen = [undefined, "invalid", "duplicate", "needs-administrator", "fixable"] as const
  for (let at = 0; at < seen.length; at++) expect(nextFilter(seen[at])).toBe(seen[at + 1])
  expect(kept([], { line: 2, username: "a", class: "ready", reasons: [] })).toEqual([])
  expect(kept([], { line: 2, username: "a", class: "invalid", reasons: [] })).toHaveLength(1)
  const stored = { code: "already-imported", of: { account: "acct-1", username: "a" } } as const
  expect(kept([], { line: 2, username: "a", class: "duplicate", reasons: [stored] })).toEqual([])
  const due = ticks()
  expect([1000, 1400, 1999, 2000, 2100, 3500].filter(due)).toEqual([1000, 2000, 3500])
  const typed = (path: string) => pathOf({ ...initial, form: withValue(initial.form, "path", path) }, "/home/li")
  expect(typed(" '/tmp/旧 2019.csv' ")).toBe("/tmp/旧 2019.csv")
  expect(typed("~/a.csv")).toBe("/home/li/a.csv")
})

it("a dry run of whoever may not reveal does not say whose a number is, nor that it is anybody's", async () => {
  const runtime = opened()
  const facts = screened(await runtime.runPromise(screenFile(file, () => undefined, "with-the-store"))).file
  await runtime.runPromise(
    importFile(
      facts,
      by,
      () => undefined,
      () => undefined
    )
  )
  const guesses = join(here, "guesses.csv")
  const row = (name: string, number: number) => `${name},ciq,导入示例有限公司,示例员,护照,E${number}`
  writeFileSync(guesses, [header, row("guess_a", 20_000_007), row("guess_b", 29_999_999), ""].join("\n"))
  const classesFor = async (compared: "with-the-store" | "within-the-file") => {
    const { summary, problems } = screened(await runtime.runPromise(screenFile(guesses, () => undefined, compared)))
    const path = await runtime.runPromise(writeErrors(guesses, compared))
    return { duplicates: summary.duplicate, told: `${JSON.stringify(problems)}${readFileSync(String(path), "utf8")}` }
  }
  expect(await classesFor("with-the-store")).toMatchObject({ duplicates: 1, told: expect.stringContaining("imp_7") })
  expect(await classesFor("within-the-file")).toMatchObject({
    duplicates: 0,
    told: expect.not.stringContaining("imp_7")
  })
  await runtime.dispose()
})
