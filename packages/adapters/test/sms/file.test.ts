import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { it } from "@effect/vitest"
import { SmsSender } from "@single-window/core"
import { SmsSenderConformance } from "@single-window/testkit/conformance"
import { Context, Effect, Layer, Redacted } from "effect"
import { describe, expect } from "vitest"
import * as Sms from "../../src/sms/index.js"

/** A folder of its own for each layer, gone with it. */
class Folder extends Context.Tag("test/Folder")<Folder, string>() {
  static readonly layer = Layer.scoped(
    this,
    Effect.acquireRelease(
      Effect.sync(() => mkdtempSync(join(tmpdir(), "sms-"))),
      (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
    )
  )
}

const file = Effect.map(Folder, (folder) => join(folder, "messages.ndjson"))
const layer = Layer.unwrapEffect(Effect.map(file, (path) => Sms.layerFile({ path }))).pipe(
  Layer.provideMerge(Folder.layer)
)

const linesOf = (path: string): ReadonlyArray<{ mobile: string; code: string }> =>
  existsSync(path)
    ? readFileSync(path, "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line))
    : []

SmsSenderConformance.suite("a file", layer, {
  mobiles: ["13800000001", "13800000002"],
  inbox: (mobile) =>
    Effect.map(file, (path) =>
      linesOf(path)
        .filter((sms) => sms.mobile === mobile)
        .map(({ code }) => code)
    )
})

const send = (code: string) =>
  Effect.flatMap(SmsSender, (sender) =>
    sender.sendCode({ mobile: "13800000001", code: Redacted.make(code), validMinutes: 5 })
  )

describe("the file of messages", () => {
  it.effect("is its owner's alone, even if it was not before", () =>
    Effect.gen(function* () {
      const path = yield* file
      writeFileSync(path, "", { mode: 0o644 })
      yield* send("004200")
      expect(statSync(path).mode & 0o777).toBe(0o600)
      expect(readFileSync(path, "utf8")).toBe(`{"at":0,"mobile":"13800000001","code":"004200","validMinutes":5}\n`)
    }).pipe(Effect.provide(layer))
  )

  it.effect("that cannot be written makes messages unavailable, and the code is not repeated", () =>
    Effect.gen(function* () {
      const sender = Sms.layerFile({ path: join(yield* Folder, "missing", "messages.ndjson") })
      const said = yield* Effect.flip(Effect.provide(send("482910"), sender))
      expect(said).toMatchObject({ _tag: "Unavailable", port: "sms", detail: "the file of messages: ENOENT" })
      expect(JSON.stringify(said)).not.toContain("482910")
    }).pipe(Effect.provide(Folder.layer))
  )
})
