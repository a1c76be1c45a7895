import { answerOf } from "../logIn.js"
import type { Robot } from "../robot.js"

export const stars = (text: string) => "*".repeat(text.length)

export const logIn = async (robot: Robot, username: string, password: string) => {
  await robot.until(/\d+ (加|减) \d+/)
  await robot.fill("用户名", username)
  await robot.next()
  await robot.fill("密  码", password, stars(password))
  await robot.next()
  await robot.fill("验证码", answerOf(robot.text()))
  await robot.press("Enter")
}

export const find = async (robot: Robot, username: string) => {
  await robot.press("o")
  await robot.until(/命中 \d+\/\d+/)
  await robot.press("/")
  await robot.fill("过滤", username)
  await robot.press("Enter")
  await robot.until(`/${username}`)
}

export const fillIn = async (
  robot: Robot,
  fields: ReadonlyArray<readonly [label: string, text: string, shown?: string]>
) => {
  for (const [label, text, shown] of fields) {
    if (text !== "") await robot.fill(label, text, shown)
    await robot.next()
  }
}

export const operator = (username: string, name: string, number: string, from: string, to: string) =>
  [
    ["操作员用户名", username],
    ["操作员姓名", name],
    ["手机", "13900005678"],
    ["证件类型", ""],
    ["证件号码", number, stars(number)],
    ["身份证起始日期", from],
    ["身份证结束日期", to],
    ["邮箱", "someone@example.com"]
  ] as const

/** Staff say once for whom they act, and why. */
export const behalf = async (robot: Robot, key: string, account: string) => {
  await robot.press(key)
  await robot.until("为哪个账号办理")
  await robot.fill("用户名", account)
  await robot.next()
  await robot.fill("事由", "客户来电申请")
  await robot.press("Enter")
}

/** One of the things that the manual is about, done from home to its end. */
export interface Job {
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
