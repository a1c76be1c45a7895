import { readFileSync } from "node:fs"
import { join } from "node:path"
import { root, singleWindow } from "../../cli/single-window.js"
import { type Capture, captures } from "../captures.js"
import { demoAdministrator } from "./demoStore.js"
import { logIn } from "./logIn.js"
import { longest } from "./longNames.js"
import { openTerminal, type RigTerminal } from "./openTerminal.js"

/** Whoever there are screens for: nobody yet, two administrators, a personal account, and staff. */
export const everybody = ["nobody", "longest", "administrator", "personal", "staff"] as const
export type Whoever = (typeof everybody)[number]

/** A migrated personal account of the administrator's enterprise; it has no password of its own before it is given one. */
export const personal = { username: "ciq_qi_180", password: "Personal#2026" } as const

/** Lets that account log in: its password is reset by the administrator and then changed. */
export const givePassword = async (db: string): Promise<void> => {
  const as = (who: string, command: string, input: object) =>
    singleWindow(["do", command, "--as", who, "--db", `sqlite:${db}`, "--input", JSON.stringify(input)])
  const ended = [
    await as(demoAdministrator.username, "ResetOperatorPassword", { account: personal.username }),
    await as(personal.username, "ChangePassword", { current: "88888888", next: personal.password })
  ]
  for (const { status, stderr } of ended) if (status !== 0) throw new Error(`no password for it: ${stderr}`)
}

const own: ReadonlyArray<Pick<Capture, "keys" | "shows">> = [
  { keys: [], shows: "接下来" },
  { keys: ["d"], shows: "最近发生的事" },
  { keys: ["p"], shows: "当前密码" },
  { keys: ["e"], shows: "已用 0 / 2" },
  { keys: ["i"], shows: "留空的项目不改" },
  { keys: ["c"], shows: "三种都可以做" },
  { keys: ["c", "b"], shows: "[没有绑卡]" },
  { keys: ["c", /三种都可以做/, "Enter"], shows: "开始前请准备好" },
  { keys: ["l"], shows: /命中 [1-9]/ },
  { keys: ["u"], shows: "命中 67/67" },
  { keys: ["?"], shows: "帮助: 首页" }
]

/** Every screen of theirs. */
export const screensOf = (who: Whoever): ReadonlyArray<Pick<Capture, "keys" | "shows">> =>
  who === "personal" ? own : captures.filter(({ as }) => as === who)

const homes: Readonly<Record<Whoever, string | RegExp>> = {
  nobody: /\d+ (加|减) \d+/,
  longest: "接下来",
  administrator: "接下来",
  personal: "接下来",
  staff: "认证已失效"
}

const people = { longest, administrator: demoAdministrator, personal } as const

/** A terminal in which they have come in. */
export const cameIn = async (db: string, who: Whoever, env: Readonly<Record<string, string>> = {}) => {
  const terminal = openTerminal({ db, env, args: who === "staff" ? ["--as", "staff:li/supervisor"] : [] })
  if (who !== "nobody" && who !== "staff") await logIn(terminal, people[who].username, people[who].password)
  await terminal.until(homes[who])
  return terminal
}

/** From home to a screen, as a person goes. */
export const goTo = async (terminal: RigTerminal, who: Whoever, { keys, shows }: Pick<Capture, "keys" | "shows">) => {
  await terminal.until(homes[who])
  for (const key of keys) await (typeof key === "string" ? terminal.press(key) : terminal.until(key))
  await terminal.until(shows)
}

/** Back by Esc, each after what the one before it did. */
export const goHome = async (terminal: RigTerminal): Promise<void> => {
  for (const path = () => terminal.screen()[1] ?? ""; !/^(首页|登录)( {2}|$)/.test(path()); ) {
    const before = path()
    await terminal.press("Esc")
    await terminal.until(() => path() !== before)
  }
}

/** Every text that people put in: what is Chinese on an English screen is one of them, whole or in part. */
const given = [
  JSON.stringify(longest),
  ...["examples/demo-world.json", "examples/migrated-accounts.csv"].map((name) =>
    readFileSync(join(root, name), "utf8")
  ),
  ...["begin", "cardsAndStaff", "methods", "operators"].map((name) =>
    readFileSync(join(root, `packages/tui/src/demo/story/${name}.ts`), "utf8")
  )
].join("\n")

/** What is Chinese on a screen and in nobody's data. */
export const ownChinese = (screen: ReadonlyArray<string>): ReadonlyArray<string> =>
  screen.flatMap((line) =>
    (line.replace(/F2 中文|中文 \/ English/, "").match(/\p{Script=Han}+/gu) ?? []).filter(
      (text) => !given.includes(text)
    )
  )
