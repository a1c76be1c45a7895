import type { RigTerminal } from "./openTerminal.js"

/** Answers the sum of the demonstration's captcha, in either language. */
export const answerOf = (screen: string): string => {
  const [, first, sign, second] = /(\d+) (加|减|plus|minus) (\d+)/.exec(screen) ?? []
  if (first === undefined) throw new Error(`no captcha on the screen:\n${screen}`)
  return String(sign === "加" || sign === "plus" ? Number(first) + Number(second) : Number(first) - Number(second))
}

/** Logs in as a person does, up to what comes after it. */
export const logIn = async (terminal: RigTerminal, username: string, password: string): Promise<void> => {
  await terminal.until(/\d+ (加|减|plus|minus) \d+/)
  terminal.type(username)
  await terminal.until(username)
  await terminal.press("Tab")
  terminal.type(password)
  await terminal.until("*".repeat(password.length))
  await terminal.press("Tab")
  terminal.type(answerOf(terminal.text()))
  await terminal.press("Enter")
}
