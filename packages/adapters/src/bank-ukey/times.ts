import * as Option from "effect/Option"
import type { BankProtocol } from "./BankProtocol.js"

const CHINA_OFFSET = 8 * 60 * 60 * 1000

/** Epoch milliseconds as a bank writes them: as they are, or YYYYMMDDhhmmss in China. */
export const timeText = (times: BankProtocol["times"], at: number): string =>
  times === "epoch-milliseconds" ? String(at) : new Date(at + CHINA_OFFSET).toISOString().replaceAll(/[-:T]|\..*$/g, "")

const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/

/** The reverse; none for what is no time, such as the thirtieth of February. */
export const timeIn = (times: BankProtocol["times"], text: string): Option.Option<number> => {
  if (times === "epoch-milliseconds") return /^\d{13}$/.test(text) ? Option.some(Number(text)) : Option.none()
  const [, year, month, day, hour, minute, second] = digits.exec(text) ?? []
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`)
  return Number.isNaN(at) || timeText(times, at) !== text ? Option.none() : Option.some(at)
}
