import { type Row, row } from "../terminal/Row.js"
import type { TerminalWords } from "../text/terminal/index.js"

export interface Progress {
  readonly done: number
  readonly total: number
  /** When it began, and now (milliseconds). */
  readonly since: number
  readonly now: number
}

const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds))
  const two = (number: number) => String(number).padStart(2, "0")
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}

/** How far something is, how fast it goes and how long it will take. */
export const progressBar = ({ done, total, since, now }: Progress, words: TerminalWords, width = 40): Row => {
  const share = total === 0 ? 1 : Math.min(1, done / total)
  const full = Math.floor(share * width)
  const seconds = Math.max(0.001, (now - since) / 1000)
  const rate = done / seconds
  const left = rate === 0 ? "--:--:--" : clock((total - done) / rate)
  return row(
    `  [${"#".repeat(full)}${"-".repeat(width - full)}]  `,
    words.percent(Math.floor(share * 100), rate.toFixed(rate < 10 ? 1 : 0), left)
  )
}
