import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { Personas } from "@single-window/testkit"
import { load } from "@single-window/testkit/wire/bank-site"
import { Effect, Exit, Scope } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { inProcess } from "../cli/inProcess.js"
import { folder } from "../cli/single-window.js"
import { freePort, throughTheBank } from "../outside/browser.js"
import { cards, secrets, type Town, town, verifiersOf } from "../outside/town.js"
import { logIn } from "./rig/logIn.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"

const people = { tongda01: "yangFan", tongda02: "zhangWei", tongda03: "linYong" } as const
type Username = keyof typeof people

const { path: here, remove } = folder()
const scope = Effect.runSync(Scope.make())
const db = join(here, "real.db")
const config = join(here, "config/single-window.json")
const policy = join(here, "policy.json")
const env = { ...secrets, SINGLE_WINDOW_CONFIG: config }
const password = "Holder#2026"
/** Each step is another start of the program, on a machine that is busy with other things. */
const PATIENCE = 180_000
const run = Effect.runPromise
// Everybody who is asked lives in this process: what is killed cannot take along what it asked.
let all: Town
let returnUrl = ""

beforeAll(async () => {
  all = await run(Scope.extend(town, scope))
  returnUrl = `http://127.0.0.1:${await freePort()}/bank-return`
  writeFileSync(config, JSON.stringify({ verifiers: verifiersOf(all, join(here, "config"), returnUrl) }))
  // Two messages soon after one another.
  writeFileSync(policy, JSON.stringify({ registration: { askRegistry: false }, sms: { cooldownSeconds: 1 } }))
  const does = async (as: string, command: string, input: object) => {
    const flags = ["--as", as, "--policy", policy, "--db", `sqlite:${db}`, "--input", JSON.stringify(input)]
    const { status, stderr } = await inProcess(["do", command, ...flags])
    expect(status, stderr).toBe(0)
  }
  const { legalRepresentativeName, name, unifiedSocialCreditCode } = Personas.enterpriseOf("tongda")
  const enterprise = { legalRepresentativeName, name, unifiedSocialCreditCode }
  const reached = (persona: Personas.PersonaName) => ({
    mobile: Personas.bankCardFactors(persona).mobile,
    email: `${persona}@example.com`
  })
  const holder = Personas.holderOf("dengPing")
  const administrator = { username: "tongdaadmin", password, enterprise, holder, ...reached("dengPing") }
  await does("anonymous", "RegisterAdministrator", administrator)
  for (const [username, persona] of Object.entries(people)) {
    const operator = { username, ...Personas.holderOf(persona), ...reached(persona) }
    await does("tongdaadmin", "AddCardlessOperator", operator)
    await does(username, "ChangePassword", { current: "88888888", next: password })
  }
  if (cards.tongdaLegalPerson !== undefined) await run(all.control.insert(cards.tongdaLegalPerson))
  await run(all.site.insertUkey("CCB", "tongda"))
}, 60_000)
afterAll(async () => {
  await run(Scope.close(scope, Exit.void))
  remove()
})

/** What everybody outside was asked so far, call by call. */
const asked = async () => {
  const calls = [...(await run(all.tencent.received)), ...(await run(all.alibaba.received))].map(({ action }) => action)
  const counts: Record<string, number> = { PIN: await run(all.control.pinsEntered) }
  for (const call of calls) counts[call] = (counts[call] ?? 0) + 1
  return counts
}

interface Step {
  /** What is done on the step before. */
  readonly act: (t: RigTerminal) => Promise<void>
  /** What tells this step from all others, before the program is killed and after it was opened again. */
  readonly shows: string | RegExp
  /** What the steps before asked for, and nobody asks for again. */
  readonly notAgain?: ReadonlyArray<string>
}

const filled = async (t: RigTerminal, text: string, shown = `[${text}`) => {
  t.type(text)
  await t.until(shown)
}
const stars = (text: string) => `[${"*".repeat(text.length)} `
const code = async (persona: (typeof people)[Username]) =>
  (await run(all.world.lastSms(Personas.bankCardFactors(persona).mobile)))?.code ?? ""
const dates = async (t: RigTerminal, persona: (typeof people)[Username]) => {
  const { validity } = Personas.holderOf(persona)
  await filled(t, validity?.from ?? "")
  await t.press("Tab")
  await filled(t, validity?.to ?? "")
  await t.press("Enter")
}
const begin = async (t: RigTerminal) => {
  await t.until("这种方式还没有开始")
  await t.press("Enter")
}
/** Four factors of somebody's bank card, and a message to the telephone. */
const byBankCard = async (t: RigTerminal, persona: (typeof people)[Username]) => {
  const { cardNumber, mobile } = Personas.bankCardFactors(persona)
  await t.press("F10")
  await t.until("预留手机号")
  await filled(t, cardNumber, stars(cardNumber))
  await t.press("Tab")
  await filled(t, mobile)
  await t.press("F5")
}
const confirmed = async (t: RigTerminal, persona: (typeof people)[Username]) => {
  const sent = await code(persona)
  await filled(t, sent)
  await t.press("Enter")
}

let kills = 0
afterAll(() => console.log(`T13: killed on each of ${kills} steps of 3 journeys, resumed there, 0 calls twice`))

interface Journey {
  readonly username: Username
  /** Which of the three methods, from the top. */
  readonly method: number
  readonly steps: ReadonlyArray<Step>
  readonly last: Step["act"]
}

/** Goes through a journey, killed on every step that it comes to and when it is done; gives who was asked what, and how often. */
const killedOnEveryStep = async ({ username, method, steps, last }: Journey) => {
  const before = await asked()
  const open = async () => {
    const t = openTerminal({ db, env, args: ["--policy", policy] })
    await logIn(t, username, password)
    await t.until("接下来")
    await t.press("c")
    await t.until("银行 UKEY")
    return t
  }
  const killed = async (t: RigTerminal) => {
    const then = await asked()
    t.kill("SIGKILL")
    await t.exited()
    await t.close()
    kills++
    const again = await open()
    return { again, unchanged: async () => expect(await asked()).toEqual(then) }
  }
  const choose = (t: RigTerminal) => t.press(...Array.from({ length: method }, () => "j"), "Enter")
  let t = await open()
  await choose(t)
  for (const { act, shows, notAgain = [] } of steps) {
    await act(t)
    await t.until(shows)
    const { again, unchanged } = await killed(t)
    t = again
    await t.until("[进行中]")
    await choose(t)
    await t.until(shows)
    for (const text of notAgain) expect(t.text()).not.toContain(text)
    await unchanged()
  }
  await last(t)
  await t.until("已完成实名认证")
  const { again, unchanged } = await killed(t)
  await again.until("[通过]")
  expect(again.text()).not.toContain("[进行中]")
  await again.close()
  await unchanged()
  const after = await asked()
  return Object.fromEntries(
    Object.entries(after).flatMap(([call, count]) =>
      count === (before[call] ?? 0) ? [] : [[call, count - (before[call] ?? 0)]]
    )
  )
}

describe("T13: killed on every step of a journey, and opened again", () => {
  it(
    "T13: by the legal representative, both by bank card with a message",
    async () => {
      const calls = await killedOnEveryStep({
        username: "tongda01",
        method: 1,
        steps: [
          { act: begin, shows: "市场监管总局" },
          {
            act: async (t) => {
              const { number } = Personas.holderOf("zhangWei").document
              await t.press("Tab")
              await filled(t, number, stars(number))
              await t.press("Enter")
            },
            shows: "(第一步已核, 不可改)",
            notAgain: ["市场监管总局"]
          },
          { act: (t) => byBankCard(t, "zhangWei"), shows: /法定代表人\n[\s\S]*验证码已发(往|出)/ },
          {
            act: (t) => confirmed(t, "zhangWei"),
            shows: "账号归属人 (页面上称管理员)",
            notAgain: ["(第一步已核, 不可改)", "验证码已发"]
          },
          { act: (t) => byBankCard(t, "yangFan"), shows: /账号归属人[\s\S]*验证码已发(往|出)/ }
        ],
        last: (t) => confirmed(t, "yangFan")
      })
      expect(calls).toEqual({ EntElementVerify: 1, BankCard4EVerification: 2, SendSms: 2 })
    },
    PATIENCE
  )

  it(
    "T13: by IC card, the PIN being entered once",
    async () => {
      const calls = await killedOnEveryStep({
        username: "tongda02",
        method: 0,
        steps: [
          { act: begin, shows: "输入卡密码后读卡" },
          {
            act: async (t) => {
              await filled(t, cards.tongdaLegalPerson?.pin ?? "", "长度 8")
              await t.press("Enter")
            },
            shows: "所填身份信息会替换",
            notAgain: ["输入卡密码后读卡"]
          }
        ],
        last: async (t) => {
          const { name, document } = Personas.holderOf("zhangWei")
          await filled(t, name)
          await t.press("Tab", "Tab")
          await filled(t, document.number, stars(document.number))
          await t.press("Tab")
          await dates(t, "zhangWei")
        }
      })
      expect(calls).toEqual({ PIN: 1, CheckIdNameDate: 1 })
    },
    PATIENCE
  )

  it(
    "T13: by bank UKEY, the browser coming back to the program that was opened after it had left",
    async () => {
      let startPage = ""
      const calls = await killedOnEveryStep({
        username: "tongda03",
        method: 2,
        steps: [
          {
            act: async (t) => {
              await t.until("中国建设银行")
              await t.press("Tab", "Enter")
              await t.until("/start")
              startPage = (await load(`${returnUrl}/start`, "GET", "")).text
            },
            shows: "本机正在等待浏览器回来"
          },
          {
            act: () => throughTheBank(startPage, "CCB", all.site.ca),
            shows: "账号归属人 (页面上称管理员)",
            notAgain: ["等待银行回跳"]
          }
        ],
        last: (t) => dates(t, "linYong")
      })
      expect(calls).toEqual({ CheckIdNameDate: 1 })
      const { stdout } = await inProcess(["history", "tongda03", "--db", `sqlite:${db}`, "--json"])
      const times = (event: string) => stdout.split(`"${event}"`).length - 1
      expect([times("CertificationStarted"), times("BankAnswered"), times("PersonVerified")]).toEqual([1, 1, 1])
    },
    PATIENCE
  )
})
