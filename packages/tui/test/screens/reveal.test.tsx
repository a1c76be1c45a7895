import * as fc from "fast-check"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import {
  clearAt,
  initial,
  LONGEST_REVEAL,
  revealable,
  revealedAs,
  revealSeconds
} from "../../src/screens/account/model.js"
import { sessionLimits } from "../../src/terminal/Session.js"
import { type OpenScreen, openScreen } from "./inProcess.js"
import { accountOf, person, stored } from "./people.js"

const seed = { ...accountOf("sh77", "shanghai"), email: "sh77.clear@example.com" }
const { name, document, validity } = person("sh77")
const clear = {
  document: document.number,
  name,
  mobile: seed.mobile ?? "",
  email: seed.email,
  representative: seed.enterprise.legalRepresentativeName,
  validity: `${validity?.from} - ${validity?.to}`
} as const
type Field = keyof typeof clear

let screen: OpenScreen
let looks = 0
const before = process.env.SINGLE_WINDOW_REVEAL_SECONDS
beforeAll(() => {
  process.env.SINGLE_WINDOW_REVEAL_SECONDS = "20"
})
afterEach(() => screen?.close())
afterAll(() => {
  if (before === undefined) delete process.env.SINGLE_WINDOW_REVEAL_SECONDS
  else process.env.SINGLE_WINDOW_REVEAL_SECONDS = before
  console.log(`T16: ${looks} looks, each one entry of the journal; ${ways.length} ways to hide`)
})

const reason = "核对来电"
const entries = async () =>
  (await screen.run(stored("sh77"))).history.filter(({ event }) => event._tag === "HolderRevealed")

/** The values that stand on the screen in clear. */
const seen = (): ReadonlyArray<Field> =>
  revealable.filter((field) => screen.text().includes(clear[field]) && clear[field] !== "")

const openAccount = async (more: Partial<Parameters<typeof openScreen>[0]> = {}) => {
  screen = await openScreen({ accounts: [seed], as: "staff:li/supervisor", ...more })
  await screen.until(/全部账号|all accounts/)
  await screen.press(":")
  screen.type("account sh77")
  await screen.press("Enter")
  await screen.until(/最近发生的事/)
}
const ask = async (field: Field, why = reason) => {
  await screen.press("F3")
  await screen.until("揭示一项个人信息")
  for (let at = 0; at < revealable.indexOf(field); at++) await screen.press("Right")
  await screen.press("Tab")
  screen.type(why)
  if (why !== "") await screen.until(`[${why}`)
}
const reveal = async (field: Field) => {
  await ask(field)
  await screen.press("Ctrl-s")
  await screen.until("秒后自动遮盖")
}

const ways: ReadonlyArray<{ readonly way: string; readonly hide: () => Promise<void> }> = [
  { way: "Esc", hide: () => screen.press("Esc") },
  { way: "the same key", hide: () => screen.press("F3") },
  { way: "a resize", hide: async () => screen.resize({ columns: 100, rows: 30 }) },
  { way: "reading it again", hide: () => screen.press("r") },
  {
    way: "going to another screen and back",
    hide: async () => {
      await screen.press(":")
      screen.type("rules")
      await screen.press("Enter")
      await screen.until("67/67")
      expect(seen()).toEqual([])
      await screen.press("Esc")
      await screen.until("最近发生的事")
    }
  },
  {
    way: "another part of the account",
    hide: async () => {
      await screen.press("t")
      await screen.until("每列一件事")
      expect(seen()).toEqual([])
      await screen.press("Esc")
      await screen.until("最近发生的事")
    }
  }
]

describe("T16: revealing", () => {
  it("T16: shows the one field that was asked for, and each look is one entry with its reason", async () => {
    await openAccount()
    expect(seen()).toEqual([])
    for (const [at, field] of revealable.entries()) {
      await reveal(field)
      expect(seen()).toEqual([field])
      await screen.press("F3")
      await screen.until(() => !screen.text().includes("秒后自动遮盖"))
      expect(seen()).toEqual([])
      const found = await entries()
      expect(found).toHaveLength(at + 1)
      expect(found.at(-1)).toMatchObject({ reason, actor: "staff:li/supervisor" })
      looks++
    }
  })

  it.each(ways)("T16: it is hidden by $way", async ({ hide }) => {
    await openAccount()
    await reveal("mobile")
    expect(seen()).toEqual(["mobile"])
    await hide()
    await screen.until(() => !screen.text().includes("秒后自动遮盖"))
    expect(seen()).toEqual([])
    expect(await entries()).toHaveLength(1)
    looks++
  })

  it("T16: it is hidden when the session locks, and still is for the one who comes back", async () => {
    await openAccount({ limits: { ...sessionLimits({}), idle: 1200, warning: 100 }, gate: () => true })
    await reveal("document")
    await screen.until("已锁定")
    expect(seen()).toEqual([])
    await screen.press("F7")
    await screen.until("最近发生的事")
    expect(seen()).toEqual([])
    expect(screen.text()).not.toContain("秒后自动遮盖")
    looks++
  })

  it("T16: it is hidden by itself when its time is over, which no host can make longer than 30 s", async () => {
    process.env.SINGLE_WINDOW_REVEAL_SECONDS = "0.4"
    await openAccount()
    await reveal("name")
    await screen.until(() => !screen.text().includes("秒后自动遮盖"))
    expect(seen()).toEqual([])
    process.env.SINGLE_WINDOW_REVEAL_SECONDS = "20"
    looks++
    fc.assert(
      fc.property(
        fc.option(fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)), { nil: undefined }),
        fc.integer({ min: 0, max: 2 ** 45 }),
        fc.integer({ min: -60_000, max: 120_000 }),
        fc.constantFrom(...revealable),
        (given, from, later, field) => {
          const seconds = revealSeconds(given === undefined ? {} : { SINGLE_WINDOW_REVEAL_SECONDS: given })
          expect(seconds).toBeGreaterThan(0)
          expect(seconds).toBeLessThanOrEqual(LONGEST_REVEAL)
          const all = {
            holder: { name, document, ...(validity === undefined ? {} : { validity }) },
            mobile: clear.mobile,
            email: clear.email,
            legalRepresentativeName: clear.representative
          }
          const state = { ...initial, revealed: revealedAs(field, all, from + seconds * 1000) }
          const shows = clearAt(state, from + later)
          if (from + later < from + seconds * 1000) expect(shows).toMatchObject({ field, value: clear[field] })
          else expect(shows).toBeUndefined()
        }
      ),
      { numRuns: 1000 }
    )
    expect(revealSeconds({})).toBe(30)
  })

  it("T16: nothing shows and nothing is on record without a reason, or when the host does not know who it is", async () => {
    const asked: Array<string> = []
    await openAccount({ mocked: false, gate: (who) => asked.push(`${who.name} ${who.role}`) > 1 })
    await ask("document", "")
    await screen.press("Ctrl-s")
    await screen.until("! 请写原因")
    expect(asked).toEqual([])
    screen.type(reason)
    await screen.until(`[${reason}`)
    await screen.press("Ctrl-s")
    await screen.until("! 主机没有确认您的身份, 没有揭示")
    expect(seen()).toEqual([])
    expect(await entries()).toEqual([])
    // Pressed twice, the second time when it is on record already, it is one look all the same.
    const release = screen.hold("after")
    await screen.press("Ctrl-s")
    await screen.until("处理中")
    await screen.press("Ctrl-s")
    release()
    await screen.until("秒后自动遮盖")
    expect(asked).toEqual(["li supervisor", "li supervisor"])
    expect(seen()).toEqual(["document"])
    expect(await entries()).toHaveLength(1)
    looks++
  })

  it("T16: Esc while it is on its way leaves it on record and shows nothing", async () => {
    await openAccount()
    await ask("document")
    const release = screen.hold("after")
    await screen.press("Ctrl-s")
    await screen.until("处理中")
    await screen.press("Esc")
    await screen.until("已取消; 已经提交的仍然有效")
    release()
    await screen.press("Esc", "r")
    await screen.until("揭示个人信息")
    expect(seen()).toEqual([])
    expect(await entries()).toHaveLength(1)
  })

  it("T16: a box that is put away has revealed nothing", async () => {
    await openAccount()
    await ask("document")
    await screen.press("Esc")
    await screen.until("最近发生的事")
    await screen.press("F3")
    await screen.until("揭示一项个人信息")
    await screen.press("Tab", "Tab", "Enter")
    await screen.until("最近发生的事")
    expect(await entries()).toEqual([])
    expect(seen()).toEqual([])
  })
})
