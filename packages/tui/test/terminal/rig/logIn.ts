import type { RigTerminal } from "./openTerminal.js"

/** A sum as it is asked: by the demonstration in digits, in either language, and by the captcha of a real store in Chinese words. */
const sum = /([\d零一二三四五六七八九十]+) ?(加|减|plus|minus) ?([\d零一二三四五六七八九十]+)/

const numberOf = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens = "", ones = ""] = text.includes("十") ? text.split("十") : ["零", text]
  const digit = (word: string) => "零一二三四五六七八九".indexOf(word)
  return (tens === "" ? 1 : digit(tens)) * 10 + (ones === "" ? 0 : digit(ones))
}

/** Answers the sum of the captcha on the screen. */
export const answerOf = (screen: string): string => {
  const [, first, sign, second] = sum.exec(screen) ?? []
  if (first === undefined || second === undefined) throw new Error(`no captcha on the screen:\n${screen}`)
  const added = sign === "加" || sign === "plus"
  return String(added ? numberOf(first) + numberOf(second) : numberOf(first) - numberOf(second))
}

/** Logs in as a person does, up to what comes after it. */
export const logIn = async (terminal: RigTerminal, username: string, password: string): Promise<void> => {
  await terminal.until(sum)
  terminal.type(username)
  await terminal.until(username)
  await terminal.press("Tab")
  terminal.type(password)
  await terminal.until("*".repeat(password.length))
  await terminal.press("Tab")
  const answer = answerOf(terminal.text())
  terminal.type(answer)
  // A key in one piece with a text would be a paste.
  await terminal.until(`[${answer} `)
  await terminal.press("Enter")
}
