import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { type FileHandle, open } from "node:fs/promises"
import { homedir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import { writeNew } from "../../src/screens/accounts/exportFile.js"
import { folder } from "../cli/single-window.js"
import { type OpenScreen, openScreen } from "./inProcess.js"
import { accountOf } from "./people.js"

/** How many pieces the disk still takes; then it is full. */
const disk = { pieces: Number.POSITIVE_INFINITY }
beforeAll(async () => {
  const probe = await open("/dev/null")
  const methods = Object.getPrototypeOf(probe) as Pick<FileHandle, "appendFile">
  await probe.close()
  const append = methods.appendFile
  vi.spyOn(methods, "appendFile").mockImplementation(async function (this: FileHandle, text) {
    if (disk.pieces-- <= 0) throw Object.assign(new Error("full"), { code: "ENOSPC" })
    return append.call(this, text)
  })
})

const { path: here, remove } = folder()
let screen: OpenScreen | undefined
afterEach(async () => {
  await screen?.close()
  screen = undefined
  disk.pieces = Number.POSITIVE_INFINITY
})
afterAll(() => {
  vi.restoreAllMocks()
  remove()
})

describe("a file that is written", () => {
  it("is new, its owner's alone, and holds all the pieces", async () => {
    const path = join(here, "new.csv")
    const written = await Effect.runPromise(
      writeNew(path, (add) => Effect.as(add("a").pipe(Effect.zipRight(add("b"))), 2))
    )
    expect(written).toEqual({ _tag: "Written", rows: 2, path })
    expect(readFileSync(path, "utf8")).toBe("ab")
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it("is never one that was there, nor where nothing can be written", async () => {
    const path = join(here, "mine.csv")
    writeFileSync(path, "mine")
    const never = () => Effect.die("nothing is to be written")
    expect(await Effect.runPromise(writeNew(path, never))).toEqual({ _tag: "Exists", path })
    expect(readFileSync(path, "utf8")).toBe("mine")
    const nowhere = join(here, "absent/x.csv")
    const failed = { _tag: "CannotWrite", path: nowhere, code: "ENOENT" }
    expect(await Effect.runPromise(writeNew(nowhere, never))).toEqual(failed)
    const below = join(homedir(), "no-such-folder-of-tests/x.csv")
    expect(await Effect.runPromise(writeNew("~/no-such-folder-of-tests/x.csv", never))).toMatchObject({ path: below })
  })

  it("leaves nothing behind when it is stopped, when the disk is full, and when something else goes wrong", async () => {
    const path = join(here, "half.csv")
    const fiber = Effect.runFork(writeNew(path, (add) => Effect.zipRight(add("half"), Effect.never)))
    await vi.waitFor(() => expect(readFileSync(path, "utf8")).toBe("half"))
    await Effect.runPromise(Fiber.interrupt(fiber))
    expect(existsSync(path)).toBe(false)
    disk.pieces = 1
    const full = writeNew(path, (add) => Effect.as(Effect.zipRight(add("one"), add("two")), 2))
    expect(await Effect.runPromise(full)).toEqual({ _tag: "CannotWrite", path, code: "ENOSPC" })
    expect(existsSync(path)).toBe(false)
    disk.pieces = Number.POSITIVE_INFINITY
    const refused = writeNew(path, (add) => Effect.zipRight(add("one"), Effect.fail("refused" as const)))
    expect(await Effect.runPromise(Effect.flip(refused))).toBe("refused")
    expect(existsSync(path)).toBe(false)
  })
})

const all = ["sh77", "shanghai127", "shanghai102"].map((name) => accountOf(name, "shanghai"))

const opened = async () => {
  screen = await openScreen({ accounts: all, as: "staff:li/viewer" })
  await screen.until("全部账号")
  await screen.press("a")
  await screen.until("命中 3 ")
  return screen
}
const file = async (on: OpenScreen, path: string) => {
  await on.press("x")
  await on.until("文件名")
  await on.press("Ctrl-u")
  on.type(path)
  await on.until(`${path.slice(-12)} `)
}

describe("exporting the list", () => {
  it("writes all of a filter, or those that are marked, as masked as they are shown", async () => {
    const on = await opened()
    const path = join(here, "all.csv")
    await file(on, path)
    await on.press("Enter")
    await on.until("已写入 3 个账号")
    const lines = readFileSync(path, "utf8").trimEnd().split("\r\n")
    expect(lines[0]).toMatch(/^\uFEFFusername,role,origin,.*,email$/)
    expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(["sh77", "shanghai102", "shanghai127"])
    for (const { holder, mobile = "" } of all) {
      expect(lines.join("\n")).not.toContain(holder.document.number)
      expect(lines.join("\n")).not.toContain(mobile)
      expect(lines.join("\n")).not.toContain(holder.name)
    }
    await on.press("j", "Space")
    await on.until("已选 1")
    await file(on, path)
    await on.press("Enter")
    await on.until("! 文件已存在, 不覆盖")
    await on.press("Ctrl-u", "Enter")
    await on.until("! 请写文件名")
    const marked = join(here, "marked.csv")
    on.type(marked)
    await on.until(`${marked.slice(-12)} `)
    await on.press("Tab", "Enter")
    await on.until("已写入 1 个账号")
    expect(readFileSync(marked, "utf8").trimEnd().split("\r\n")[1]).toMatch(/^shanghai102,/)
    // The list is where it was.
    expect(on.text()).toMatch(/> \* ?shanghai102|>\* shanghai102/)
  })

  it("is stopped by Esc and leaves nothing; a second Esc puts it away, and a full disk is told", async () => {
    const on = await opened()
    const path = join(here, "stopped.csv")
    await file(on, path)
    let release = on.hold()
    await on.press("Enter", "Enter")
    await on.until("处理中")
    await on.press("Esc")
    await on.until("已取消")
    release()
    expect(existsSync(path)).toBe(false)
    expect(on.text()).toContain("文件名")
    disk.pieces = 1
    await on.press("Enter")
    await on.until("! 不能写入")
    expect(on.text()).toContain("ENOSPC")
    expect(existsSync(path)).toBe(false)
    disk.pieces = Number.POSITIVE_INFINITY
    release = on.hold("after")
    await on.press("Enter")
    await on.until("处理中")
    await on.press("Enter")
    release()
    await on.until("已写入 3 个账号")
    await on.press("x")
    await on.until("文件名")
    await on.press("Esc")
    await on.until("选中行")
    expect(readdirSync(here).filter((name) => name.startsWith("stopped"))).toEqual(["stopped.csv"])
  })
})
