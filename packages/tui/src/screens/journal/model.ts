import type { Language } from "@single-window/core"
import { nearest } from "../../commandLine/nearest.js"
import { type FilterForm, filterForm } from "../../form/Filter.js"
import { atTop, type ListState } from "../../form/List.js"
import { actorWords, beijing, detailWords, type Entry, eventName, eventWords } from "../../text/events/index.js"

/** An entry with the account that it is about. */
export type Line = Entry & { readonly username: string }

export interface JournalState {
  readonly list: ListState
  readonly filter: string
  readonly typing?: FilterForm | undefined
  readonly problem?: UnknownField | undefined
  /** Newest first. */
  readonly lines: ReadonlyArray<Line>
  /** Before which place in the journal older ones are to be read; undefined when there are none. */
  readonly before?: number | undefined
  readonly loaded: boolean
}

export interface UnknownField {
  readonly field: string
  readonly near: string | undefined
}

export const initial = (filter: string): JournalState => {
  const start: JournalState = { list: atTop, filter: "", lines: [], loaded: false }
  const matches = matcher(filter, "zh")
  return "field" in matches ? { ...start, typing: filterForm(filter), problem: matches } : { ...start, filter }
}

export const fieldNames = {
  zh: ["操作人", "对象", "事件", "日期"],
  en: ["by", "account", "event", "date"]
} as const

const allNames: ReadonlyArray<string> = [...fieldNames.zh, ...fieldNames.en]

const cellsFor = (line: Line, language: Language): ReadonlyArray<string> => {
  const words = eventWords[language]
  const what = `${eventName(line, words)} ${detailWords(line, words)} ${line.event}`
  return [actorWords(line, words, line.username), line.username, what, beijing(line.at)]
}

/** Whether an entry is among those meant, as it reads in one's language. */
export const matcher = (filter: string, language: Language): ((line: Line) => boolean) | UnknownField => {
  const terms: Array<(cells: ReadonlyArray<string>) => boolean> = []
  for (const word of filter.toLowerCase().split(/\s+/u).filter(Boolean)) {
    const [, field, value] = /^([^:：]+)[:：](.*)$/u.exec(word) ?? []
    // A time of day has a colon as well.
    if (field === undefined || value === undefined || /^\d+$/.test(field)) {
      terms.push((cells) => cells.some((cell) => cell.toLowerCase().includes(word)))
      continue
    }
    const at = allNames.indexOf(field) % fieldNames.zh.length
    if (at < 0) return { field, near: nearest(field, allNames) }
    terms.push((cells) => (cells[at] ?? "").toLowerCase().includes(value))
  }
  return (line) => {
    const cells = cellsFor(line, language)
    return terms.every((term) => term(cells))
  }
}

export const found = ({ lines, filter }: JournalState, language: Language): ReadonlyArray<Line> => {
  const matches = matcher(filter, language)
  return "field" in matches ? [] : lines.filter(matches)
}

/** How an entry stands in the table. */
export const cellsOf = (line: Line, language: Language): ReadonlyArray<string> => {
  const words = eventWords[language]
  const more = detailWords(line, words)
  return [
    beijing(line.at, 19),
    actorWords(line, words, line.username),
    more === "" ? eventName(line, words) : `${eventName(line, words)}: ${more}`,
    line.username
  ]
}
