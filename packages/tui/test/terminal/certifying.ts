import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { RigTerminal } from "./rig/openTerminal.js"

const world = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../demo/demo-world.json", import.meta.url)), "utf8")
) as {
  readonly people: Readonly<
    Record<
      string,
      {
        readonly name: string
        readonly document: { readonly number: string }
        readonly validity: { readonly from: string; readonly to: string }
        readonly mobile: string
        readonly bankCard: string
      }
    >
  >
}
/** What the demonstration's world knows of somebody. */
export const person = (name: string) => {
  const found = world.people[name]
  if (found === undefined) throw new RangeError(`the demonstration has no ${name}`)
  return found
}

/** From home to the choice of a method, for the account of somebody else. */
export const choose = async (t: RigTerminal, account: string) => {
  await t.until("可以去")
  await t.press("c")
  await t.until("工作人员替账号归属人办理")
  t.type(account)
  await t.until(`[${account}`)
  await t.press("Tab")
  t.type("来电申请")
  await t.until("[来电申请")
  await t.press("Enter")
  await t.until(`${account}   现在的安全级别`)
}

/** Types the two dates of somebody's ID card and goes on. */
export const dates = async (t: RigTerminal, name: string) => {
  const { from, to } = person(name).validity
  t.type(from)
  await t.until(`[${from}`)
  await t.press("Tab")
  t.type(to)
  await t.until(`[${to}`)
  await t.press("Enter")
}
