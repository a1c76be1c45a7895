import { existsSync, mkdirSync } from "node:fs"
import { returnListener } from "@single-window/adapters/bank-ukey"
import { SingleWindow } from "@single-window/core"
import { Effect, Ref } from "effect"
import { type Browser, chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { frontDoor, kept, seeded } from "../frontDoor.js"
import { type Code, password, protocols, ReturnUrl, siteLayer, siteOptions } from "./site.js"

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium"
const there = existsSync(executablePath)
if (!there)
  console.warn(`SKIPPED: no Chromium at ${executablePath}; install Debian's package chromium, or set CHROMIUM`)

const username = "ciq_td_01"
const pictures = process.env.SCREENSHOTS

let running: Browser | undefined

beforeAll(async () => {
  if (there) running = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] })
}, 60_000)
afterAll(() => running?.close())

const openPage = (browser: Browser) => Effect.promise(() => browser.newPage({ ignoreHTTPSErrors: true }))

/** Clicks through the pages as a person does; gives the titles that were seen. */
const clickThrough = async (page: Page, start: string, name: string): Promise<ReadonlyArray<string>> => {
  const titles: Array<string> = []
  const look = async () => {
    const title = page.locator("h1")
    titles.push((await title.textContent()) ?? "")
    if (pictures === undefined) return
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: `${pictures}/${name}-${titles.length}.png` })
  }
  const press = async (button: string, step: number) => {
    await page.getByRole("button", { name: button, exact: true }).click()
    await page.locator(`body[data-step="${step}"]`).waitFor()
    await look()
  }
  await page.goto(start)
  await page.locator('body[data-step="1"]').waitFor()
  await look()
  await press("下一步", 2)
  await press("确定", 3)
  await press("单一窗口企业实名认证", 4)
  await page.getByLabel("密码").fill(password)
  await press("确定", 5)
  await page.waitForURL(/^http:\/\/127\.0\.0\.1/)
  await look()
  return titles
}

describe("the five steps of the manual in a real browser (R-70)", () => {
  for (const code of ["CCB", "CMBC"] as ReadonlyArray<Code>)
    it.skipIf(!there)(`lead from ${code} back to the listener, and the enterprise is proven`, { timeout: 60_000 }, () =>
      Effect.gen(function* () {
        const actor = yield* seeded(username)
        const door = yield* SingleWindow
        const bank = protocols[code]
        const listener = yield* returnListener({ bank, timeout: "30 seconds" })
        yield* Ref.set(yield* ReturnUrl, listener.url)
        const { redirect } = yield* door.execute(actor, "StartCertification", { method: "bank-ukey", bank: code })
        if (redirect === undefined) return yield* Effect.dieMessage("no redirect")
        if (running === undefined) return yield* Effect.dieMessage("no browser")
        const page = yield* openPage(running)
        const titles = yield* Effect.promise(() => clickThrough(page, listener.startAt(redirect), code))
        const ukey = siteOptions.banks.find(({ protocol }) => protocol.code === code)?.ukey
        expect(titles).toEqual([
          "单一窗口企业实名认证",
          `请插入${ukey}`,
          "请核对信息",
          `请输入${ukey}密码`,
          "认证成功",
          "认证结果已收到"
        ])
        const parameters = yield* listener.returned
        yield* door.execute(actor, "CompleteBankUkey", { parameters })
        expect((yield* kept(username)).account?.journey?.state._tag).toMatch(/Holder/)
      }).pipe(Effect.scoped, Effect.provide(frontDoor(siteLayer())), Effect.runPromise)
    )
})
