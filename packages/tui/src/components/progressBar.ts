import { type Row, row } from "../terminal/Row.js"
import type { TerminalWords } from "../text/terminal/index.js"

export interface Progress {
  readonly done: number
  readonly total: number
  /** When it began, and now (milliseconds). */
  readonly since: number
  readonly now: number
  /** How much was passed over before that, at another speed than the rest. */
  readonly from?: number | undefined
}

const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds))
  const two = (number: number) => String(number).padStart(2, "0")
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}

/** How much a second, as it went until now. */
export const rateOf = ({ done, since, now, from = 0 }: Progress): number =>
  (done - from) / Math.max(0.001, (now - since) / 1000)

/** How many seconds are left if it goes on like that; nothing while nobody can know. */
export const secondsLeft = (progress: Progress): number | undefined => {
  const rate = rateOf(progress)
  return rate === 0 ? undefined : (progress.total - progress.done) / rate
}

/** How far something is, how fast it goes and how long it will take. */
export const progressBar = (progress: Progress, words: TerminalWords, width = 40): Row => {
  const { done, total } = progress
  const share = total === 0 ? 1 : Math.min(1, done / total)
  const full = Math.floor(share * width)
  const rate = rateOf(progress)
  const seconds = secondsLeft(progress)
  const left = seconds === undefined ? "--:--:--" : clock(seconds)
  return row(
    `  [${"#".repeat(full)}${"-".repeat(width - full)}]  `,
    words.percent(Math.floor(share * 100), rate.toFixed(rate < 10 ? 1 : 0), left)
  )
}
