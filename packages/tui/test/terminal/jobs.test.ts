import { readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { root } from "../cli/single-window.js"
import { type DemoStore, demoAdministrator, demoStore } from "./rig/demoStore.js"
import { answerOf } from "./rig/logIn.js"
import { openTerminal, type RigTerminal } from "./rig/openTerminal.js"
import { type Robot, robotAt, tells } from "./rig/robot.js"

let store: DemoStore
let terminal: RigTerminal
beforeAll(async () => {
  store = await demoStore()
  // The demonstration's world, but that one more ID card is not in CTID.
  const world = JSON.parse(readFileSync(join(root, "packages/tui/demo/demo-world.json"), "utf8"))
  world.people.shenzhen54.ctid = false
  const file = join(dirname(store.db), "world.json")
  writeFileSync(file, JSON.stringify(world))
  terminal = openTerminal({ db: store.db, args: ["--world", file] })
  await terminal.until(/\d+ 加 \d+/)
}, 60_000)
afterAll(async () => {
  await terminal.close()
  store.remove()
})

const stars = (text: string) => "*".repeat(text.length)

const logIn = async (robot: Robot, username: string, password: string) => {
  await robot.until(/\d+ (加|减) \d+/)
  await robot.fill("用户名", username)
  await robot.next()
  await robot.fill("密  码", password, stars(password))
  await robot.next()
  await robot.fill("验证码", answerOf(robot.text()))
  await robot.press("Enter")
}

const find = async (robot: Robot, username: string) => {
  await robot.press("o")
  await robot.until(/命中 \d+\/\d+/)
  await robot.press("/")
  await robot.fill("过滤", username)
  await robot.press("Enter")
  await robot.until(`/${username}`)
}

const fillIn = async (robot: Robot, fields: ReadonlyArray<readonly [label: string, text: string, shown?: string]>) => {
  for (const [label, text, shown] of fields) {
    if (text !== "") await robot.fill(label, text, shown)
    await robot.next()
  }
}

const operator = (username: string, name: string, number: string, from: string, to: string) =>
  [
    ["操作员用户名", username],
    ["操作员姓名", name],
    ["手机", "13900005678"],
    ["证件类型", ""],
    ["证件号码", number],
    ["身份证起始日期", from],
    ["身份证结束日期", to],
    ["邮箱", "someone@example.com"]
  ] as const

/** Staff say once for whom they act, and why. */
const behalf = async (robot: Robot, key: string, account: string) => {
  await robot.press(key)
  await robot.until("为哪个帐号办理")
  await robot.fill("用户名", account)
  await robot.next()
  await robot.fill("事由", "客户来电申请")
  await robot.press("Enter")
}

interface Job {
  readonly name: string
  readonly english: string
  /** Keys but for Tab and the text of fields. */
  readonly most: number
  /** What comes first and is no part of the job. */
  readonly before?: (robot: Robot) => Promise<void>
  readonly do: (robot: Robot) => Promise<void>
  /** Back to where the next job begins. */
  readonly after: ReadonlyArray<string>
  readonly home: string | RegExp
}

const jobs: ReadonlyArray<Job> = [
  {
    name: "登录",
    english: "log in",
    most: 1,
    do: async (robot) => {
      await logIn(robot, demoAdministrator.username, demoAdministrator.password)
      await robot.until("接下来")
    },
    after: [],
    home: "可以去"
  },
  {
    name: "新增无卡操作员",
    english: "add a cardless operator",
    most: 6,
    do: async (robot) => {
      await robot.press("o")
      await robot.until(/命中 \d+\/\d+/)
      await robot.press("n")
      await robot.until("必填 8 项")
      await fillIn(robot, operator("newhand01", "赵五", "11010519491231002X", "20180101", "00000000"))
      await robot.press("Ctrl-s")
      await robot.until("已新增无卡操作员 newhand01")
    },
    after: ["Esc", "Esc"],
    home: "可以去"
  },
  {
    name: "升级为操作员",
    english: "admit an operator",
    most: 5,
    do: async (robot) => {
      await find(robot, "ciq_qi_180")
      await robot.press("a")
      await robot.until("已将 ciq_qi_180 升级")
    },
    after: ["Esc"],
    home: "可以去"
  },
  {
    name: "删除后同名新增",
    english: "delete, then add under the same name",
    most: 12,
    do: async (robot) => {
      await find(robot, "qi155")
      await robot.press("d")
      await robot.until("将删除")
      await robot.next()
      await robot.fill("原因", "证件过期, 重建")
      await robot.next()
      await robot.fill("输入用户名确认", "qi155", "[v] 一致")
      await robot.next()
      await robot.button("删除")
      await robot.until("已删除 qi155")
      await robot.press("n")
      await robot.until("必填 8 项")
      const fields = operator("qi155", "赵建新", "61011319770917997X", "20211211", "20411211")
      await robot.fill("操作员用户名", "qi155", "免规则")
      await robot.next()
      await fillIn(robot, fields.slice(1))
      await robot.press("Ctrl-s")
      await robot.until("已新增无卡操作员 qi155")
    },
    after: ["Esc", "Esc"],
    home: "可以去"
  },
  {
    name: "重置密码",
    english: "reset a password",
    most: 12,
    do: async (robot) => {
      await find(robot, "hy_bg_03")
      await robot.press("p")
      await robot.until("将重置  hy_bg_03")
      await robot.press("Enter")
      await robot.until("已重置为默认密码")
    },
    after: ["Esc", "Esc", "Q"],
    home: /\d+ (加|减) \d+/
  },
  {
    name: "修改初始密码",
    english: "change the initial password",
    most: 3,
    do: async (robot) => {
      await logIn(robot, "hy_bg_03", "88888888")
      await robot.until("当前密码")
      await robot.fill("当前密码", "88888888", stars("88888888"))
      await robot.next()
      await robot.fill("新密码", "Haiyue#2026", stars("Haiyue#2026"))
      await robot.next()
      await robot.fill("再输一次", "Haiyue#2026", "[v] 两次输入一致")
      await robot.press("Enter")
      await robot.until(/\d+ (加|减) \d+/)
    },
    after: [],
    home: "登录"
  },
  {
    name: "修改身份信息",
    english: "repair the identity",
    most: 5,
    before: async (robot) => {
      await logIn(robot, "hy_bg_03", "Haiyue#2026")
      await robot.until("接下来")
    },
    do: async (robot) => {
      await robot.press("i")
      await robot.until("留空的项目不改")
      await robot.fill("姓名", "陈晓峰")
      await robot.press("Ctrl-s")
      await robot.until("保存前请核对")
      await robot.button("确认保存")
      await robot.until("身份信息已保存")
    },
    after: ["Esc"],
    home: "可以去"
  },
  {
    name: "IC 卡认证",
    english: "certify by IC card",
    most: 12,
    do: async (robot) => {
      await robot.press("c")
      await robot.until("现在的安全级别")
      await robot.press("Enter")
      await robot.button("开始认证")
      await robot.until("卡密码")
      await robot.press("Ctrl-o")
      await robot.until("已插入 qingdao")
      await robot.fill("卡密码", "12345678", stars("12345678"))
      await robot.press("Enter")
      await robot.until("所填身份信息会替换")
      await fillIn(robot, [
        ["姓名", "陈晓峰"],
        ["证件类型", ""],
        ["证件号码", "120116196702239990", stars("120116196702239990")],
        ["有效起始日期", "20211124"],
        ["有效截止日期", "00000000"]
      ])
      await robot.press("Enter")
      await robot.until("您已完成实名认证")
    },
    after: ["Enter", "Esc", "Esc", "Q"],
    home: /\d+ (加|减) \d+/
  },
  {
    name: "修改企业信息",
    english: "repair the enterprise",
    most: 8,
    before: async (robot) => {
      await robot.press("F8")
      await robot.until("全部帐号")
    },
    do: async (robot) => {
      await behalf(robot, "e", "qingdao.bg130")
      await robot.until("现在的值")
      await robot.next()
      await robot.next()
      await robot.fill("组织机构代码", "XN0011491")
      await robot.press("Ctrl-s")
      await robot.until("保存前请核对")
      await robot.button("确认保存")
      await robot.until("企业信息已保存")
    },
    after: ["Esc"],
    home: "全部帐号"
  },
  {
    name: "法定代表人认证",
    english: "certify by legal representative",
    most: 12,
    do: async (robot) => {
      await behalf(robot, "c", "qi80")
      await robot.until("现在的安全级别")
      await robot.press("j", "Enter")
      await robot.button("开始认证")
      await robot.until("法人证件号码")
      await robot.next()
      await robot.fill("法人证件号码", "61011319680421998X", stars("61011319680421998X"))
      await robot.press("Enter")
      await robot.until("有效起始日期")
      await robot.fill("有效起始日期", "20210524")
      await robot.next()
      await robot.fill("有效截止日期", "00000000")
      await robot.press("Enter")
      await robot.until("账号归属人")
      await robot.fill("有效起始日期", "20170806")
      await robot.next()
      await robot.fill("有效截止日期", "00000000")
      await robot.press("Enter")
      await robot.until("您已完成实名认证")
    },
    after: ["Enter", "Esc", "Esc"],
    home: "全部帐号"
  },
  {
    name: "银行 UKEY 认证",
    english: "certify by bank UKEY",
    most: 14,
    do: async (robot) => {
      await behalf(robot, "c", "SHA-1027")
      await robot.until("现在的安全级别")
      await robot.press("j", "j", "Enter")
      await robot.button("开始认证")
      await robot.until("等待银行回跳")
      await robot.press("Ctrl-o")
      await robot.until("有效起始日期")
      await robot.fill("有效起始日期", "20190807")
      await robot.next()
      await robot.fill("有效截止日期", "00000000")
      await robot.press("Enter")
      await robot.until("您已完成实名认证")
    },
    after: ["Enter", "Esc", "Esc"],
    home: "全部帐号"
  },
  {
    name: "CTID 未过, 改用银行卡",
    english: "not in CTID, so by bank card",
    most: 16,
    do: async (robot) => {
      await behalf(robot, "c", "shenzhen54")
      await robot.until("现在的安全级别")
      await robot.press("j", "Enter")
      await robot.button("开始认证")
      await robot.until("法人证件号码")
      await robot.next()
      await robot.fill("法人证件号码", "330106196609239968", stars("330106196609239968"))
      await robot.press("Enter")
      await robot.until("有效起始日期")
      await robot.fill("有效起始日期", "20200505")
      await robot.next()
      await robot.fill("有效截止日期", "00000000")
      await robot.press("Enter")
      await robot.until("账号归属人")
      await robot.fill("有效起始日期", "20170701")
      await robot.next()
      await robot.fill("有效截止日期", "20370701")
      await robot.press("Enter")
      await robot.until("可信身份认证平台中没有")
      await robot.press("F10")
      await robot.until("银行卡号")
      await robot.fill("银行卡号", "6227000000009000798", "银行卡号")
      await robot.next()
      await robot.fill("预留手机号", "13800001079")
      await robot.press("F5")
      await robot.until("验证码已发")
      await robot.press("Ctrl-o")
      await robot.press("Enter")
      await robot.until("您已完成实名认证")
    },
    after: ["Enter", "Esc", "Esc"],
    home: "全部帐号"
  }
]

const table: Array<string> = []

it.each(jobs)(
  "$name: only with keys that the screen tells",
  async ({ name, english, most, do: work, before, after, home }) => {
    await before?.(robotAt(terminal))
    const robot = robotAt(terminal)
    await work(robot)
    const { keys, fields } = robot.spent()
    table.push(`| ${name} | ${english} | ${keys} | ${fields} | ${most} |`)
    expect(keys).toBeLessThanOrEqual(most)
    await terminal.press(...after)
    await terminal.until(home)
  }
)

it("a key that no screen tells is not pressed", async () => {
  const robot = robotAt(terminal)
  await expect(robot.press("Y")).rejects.toThrow("Y is not told")
  expect(tells(["", "", "", "  (z 撤销最近一次)", "", "", "(d 删除)  ? 帮助"], "z")).toBe(true)
  expect(tells(["", "", "", "", "", "", "(d 删除)  ? 帮助"], "d")).toBe(false)
})

it("what each job takes is what the page for staff says", () => {
  console.log(table.join("\n"))
  const page = readFileSync(join(root, "docs/terminal-ui.md"), "utf8").replace(/ +/g, " ")
  expect(table.filter((line) => !page.includes(line))).toEqual([])
  expect(table).toHaveLength(12)
})
