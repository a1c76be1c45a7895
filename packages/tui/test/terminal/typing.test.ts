import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { widthOf } from "../../src/terminal/Row.js"
import { type DemoStore, demoStore } from "./rig/demoStore.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"

let store: DemoStore
let terminal: RigTerminal
beforeAll(async () => {
  store = await demoStore()
  terminal = openTerminal({ db: store.db })
  await terminal.until(/\d+ 加 \d+/)
})
afterAll(async () => {
  await terminal.close()
  store.remove()
})

const fieldAt = (row: number) => /\[(.*)\]/.exec(terminal.screen()[row] ?? "")?.[1] ?? ""
const START = 18
const clear = async () => {
  await terminal.press("End", "Ctrl-u")
  await terminal.until(() => fieldAt(4).trim() === "")
}

describe("the field of the user name", () => {
  it("T4: shows the cursor behind what was typed, in columns, in 300 edits at random", async () => {
    const edits = fc.sample(
      fc.constantFrom(
        "王",
        "小明",
        "𠮷",
        "a",
        "中文公司",
        "Left",
        "Right",
        "Backspace",
        "Backspace",
        "Delete",
        "Home",
        "End"
      ),
      { numRuns: 300, seed: 4 }
    )
    let wanted: ReadonlyArray<string> = []
    let at = 0
    for (const edit of edits) {
      const parts = [...wanted]
      if (edit === "Left") at = Math.max(0, at - 1)
      else if (edit === "Right") at = Math.min(parts.length, at + 1)
      else if (edit === "Home") at = 0
      else if (edit === "End") at = parts.length
      else if (edit === "Backspace") parts.splice(Math.max(0, --at), at < 0 ? 0 : 1)
      else if (edit === "Delete") parts.splice(at, 1)
      else {
        const typed = Array.from(edit)
        parts.splice(at, 0, ...typed)
        at += typed.length
      }
      at = Math.max(0, at)
      wanted = parts
      if (widthOf(parts.join("")) > 28) {
        await clear()
        wanted = []
        at = 0
        continue
      }
      await terminal.press(edit)
      const column = START + widthOf(parts.slice(0, at).join(""))
      await terminal.until(() => fieldAt(4).trimEnd() === parts.join("") && terminal.cursor().x === column)
    }
    expect(terminal.cursor()).toMatchObject({ y: 4, visible: true })
    console.log(`T4: ${edits.length} edits at random, the cursor in its column after each`)
    await clear()
  })

  it("takes a paste with breaks, tabs and escapes in as text on one line, marked or not, and submits nothing", async () => {
    terminal.paste("王小明\r\n110101\t:quit\u001b]0;title\u0007\r")
    await terminal.until("王小明 110101 :quit]0;title")
    expect(terminal.cursor().y).toBe(4)
    expect(terminal.text()).not.toContain("! ")
    await clear()
    terminal.type("王小明\r110101")
    await terminal.until("王小明 110101")
    expect(terminal.cursor().y).toBe(4)
    await clear()
  })

  it("holds ten thousand pasted characters to what fits", async () => {
    terminal.paste("长".repeat(10_000))
    await terminal.until(/长{14}/)
    expect(widthOf(fieldAt(4))).toBe(30)
    expect(terminal.cursor().visible).toBe(true)
    await clear()
  })

  it("takes the signs that are commands elsewhere as text", async () => {
    terminal.type("?:/、jkq")
    await terminal.until("[?:/、jkq")
    await clear()
  })
})

it("a secret is never on the screen nor among the bytes, until F6", async () => {
  await terminal.press("Tab")
  terminal.type("Canary#密码7")
  await terminal.until(/\[\*{10} /)
  expect(terminal.bytes()).not.toMatch(/Canary|密码7/)
  await terminal.press("F6")
  await terminal.until("Canary#密码7")
  await terminal.press("F6")
  await terminal.until(/\[\*{10} /)
  await terminal.press("Shift-Tab")
})

it("what is missing is said, and where it goes is in focus", async () => {
  await terminal.press("Enter")
  await terminal.until("都要填")
  await terminal.until(() => terminal.cursor().y === 4)
})

it("full-width keys are the ASCII ones where letters are commands", async () => {
  await terminal.press("F8")
  await terminal.until("认证已失效")
  await terminal.press("？")
  await terminal.until("帮助: 首页")
  await terminal.press("Esc")
  await terminal.until("认证已失效")
  await terminal.press("ｗ")
  await terminal.until("这里没有 w 键")
  terminal.paste(":quit\r")
  await terminal.until("粘贴的内容只能放进输入框")
  // What can be typed is told before anything is, and a mistake is over when something was understood.
  await terminal.press("：")
  await terminal.until("命令: 详情")
  await terminal.press("ｘ", "Enter")
  await terminal.until("没有命令 :")
  await terminal.press("：", "？", "Enter")
  await terminal.until("帮助: 首页")
  expect(terminal.text()).not.toContain("没有命令")
  await terminal.press("Esc")
})

it("why a key did nothing is told until something else is typed", async () => {
  await terminal.press("c")
  await terminal.until("替账号归属人办理")
  await terminal.press("Enter")
  await terminal.until("! 不能继续: 用户名和事由都要填写")
  await terminal.press("Tab")
  expect(terminal.text()).toContain("! 不能继续")
  terminal.type("工单")
  await terminal.until((screen) => screen.includes("[工单") && !screen.includes("不能继续"))
})
