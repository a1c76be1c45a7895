import { anniversaries, isRealDate, yearsBetween } from "./calendar.js"
import { type Checked, error, judged, type Problem, warning } from "./problem.js"
import { digit, misfits, tidyCode } from "./tidiedCode.js"

export interface ValidityPeriodFacts {
  readonly from: string
  /** Eight zeros when the card does not expire. */
  readonly to: string
  readonly noExpiry: boolean
}

export interface ValidityPeriodOptions {
  /** YYYYMMDD; without it nothing is expired and nothing lies in the future. */
  readonly today?: string
  /** YYYYMMDD; with it, a span that does not fit the holder's age at issue is pointed out. */
  readonly birthDate?: string
}

/** How a card without expiry is written where a date is asked for. */
export const noExpiry = "00000000"

const longTerm = new Set(["长期", "長期", "长期有效", "長期有效"])

interface DateRead {
  readonly date: string
  readonly problems: ReadonlyArray<Problem>
}

/** Reads YYYYMMDD, also with the separators cards print; `offset` is where the field begins in the whole input. */
const readDate = (input: string, offset: number): DateRead => {
  if (input.length <= 64 && longTerm.has(input.trim())) return { date: noExpiry, problems: [] }
  const tidied = tidyCode(input)
  const parts = /^([0-9]{4})([-./])([0-9]{2})\2([0-9]{2})$/.exec(tidied.text)
  const text = parts === null ? tidied.text : `${parts[1]}${parts[3]}${parts[4]}`
  const misfitting = parts === null ? misfits(tidied, digit) : []
  const found = [...tidied.problems, ...misfitting].map((problem) => ({
    ...problem,
    position: (problem.position ?? 1) + offset
  }))
  if (found.length > 0) return { date: "", problems: found }
  if (text.length !== 8) return { date: "", problems: [error("date-format", offset + 1)] }
  if (text !== noExpiry && !isRealDate(text)) return { date: "", problems: [error("not-a-real-date", offset + 1)] }
  return { date: text, problems: [] }
}

// the first identity cards were issued in 1984
const firstCard = "19840101"

/** The years a card is issued for at an age; undefined means without expiry. 居民身份证法 art. 5. */
const termAt = (age: number): number | undefined => (age < 16 ? 5 : age < 26 ? 10 : age < 46 ? 20 : undefined)

/** Spans that look odd but are seen: leap days, reissues, old cards. So they only warn. */
const spanWarnings = (from: string, to: string, birthDate: string | undefined): ReadonlyArray<Problem> => {
  const found: Array<Problem> = []
  if (from < firstCard) found.push(warning("start-before-first-card"))
  const term = [5, 10, 20].find((years) => anniversaries(from, years).includes(to))
  if (to !== noExpiry && term === undefined) found.push(warning("unusual-span"))
  else if (birthDate !== undefined && isRealDate(birthDate) && termAt(yearsBetween(birthDate, from)) !== term) {
    found.push(warning("span-does-not-fit-age"))
  }
  return found
}

/** When an identity card is valid: real dates, the end after the start, begun and not over today. */
export const checkValidityPeriod = (
  from: string,
  to: string,
  options: ValidityPeriodOptions = {}
): Checked<ValidityPeriodFacts> => {
  const start = readDate(from, 0)
  const startPosition = 1
  const endOffset = Array.from(from.length > 1024 ? "" : from).length + 1
  const end = readDate(to, endOffset)
  const endPosition = endOffset + 1
  const problems: Array<Problem> = [...start.problems, ...end.problems]
  if (start.date === noExpiry) problems.push(error("no-expiry-as-start", startPosition))
  if (problems.length > 0) return judged("", problems, {})

  const today = options.today !== undefined && isRealDate(options.today) ? options.today : undefined
  const ends = end.date !== noExpiry
  if (today !== undefined && start.date > today) problems.push(error("start-in-future", startPosition))
  if (ends && end.date <= start.date) problems.push(error("end-not-after-start", endPosition))
  else if (ends && today !== undefined && end.date < today) problems.push(error("expired", endPosition))
  if (problems.length === 0) problems.push(...spanWarnings(start.date, end.date, options.birthDate))
  return judged(`${start.date},${end.date}`, problems, { from: start.date, to: end.date, noExpiry: !ends })
}
