import type { Language } from "@single-window/core"
import { invariants } from "../invariants/Invariant.js"
import { places } from "./funnel.js"
import type { Found, Report } from "./report.js"
import { reportWords } from "./words.js"

const WIDEST = 30

/** How many columns of a terminal a text takes: an ideograph takes two. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (/[\u1100-\uffe6]/u.test(character) ? 2 : 1), 0)

const padded = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - widthOf(text)))
const number = (value: number, width = 7): string => String(value).padStart(width)

const bar = (value: number, most: number): string => "█".repeat(Math.round((WIDEST * value) / Math.max(1, most)))

const chart = (rows: ReadonlyArray<readonly [label: string, value: number]>, width: number): ReadonlyArray<string> => {
  const most = Math.max(0, ...rows.map(([, value]) => value))
  return rows.map(([label, value]) => `  ${padded(label, width)}${number(value)}  ${bar(value, most)}`.trimEnd())
}

const foundLines = (
  { invariant, username, account, what, facts, lastCommands, scenario }: Found,
  language: Language
) => {
  const words = reportWords[language]
  return [
    `✗ ${words.broken}: ${invariant} ${invariants[invariant][language]}`,
    `  ${what} ${JSON.stringify(facts)}`,
    `  ${words.account}: ${username} (${account})`,
    `  ${words.lastCommands}:`,
    ...lastCommands.map(({ at, as, do: name, ending }) => `    ${at}  ${padded(as, 26)} ${padded(name, 24)} ${ending}`),
    "",
    scenario === undefined ? words.noScenario : words.scenario
  ]
}

/** A report for people, without the scenario file, which is to be printed as it is. */
export const linesOf = (report: Report, language: Language): ReadonlyArray<string> => {
  const words = reportWords[language]
  const left = Object.values(report.leftOut).reduce((sum, count) => sum + count, 0)
  const [command, done, refused, unheard] = words.columns
  const header = `  ${padded(command, 26)}${[done, refused, unheard].map((name) => " ".repeat(Math.max(1, 9 - widthOf(name))) + name).join("")}`
  return [
    words.heading(report.seed, report.accounts, report.days, report.faults),
    words.lived(report.daysLived, report.commands, report.events),
    ...(left > 0 ? [words.leftOut(left)] : []),
    "",
    words.standing,
    ...chart(
      places.map((place) => [words.places[place], report.standing[place]]),
      28
    ),
    "",
    words.stuck,
    ...chart(
      report.stuck.slice(0, 12).map(({ reason, accounts }) => [words.reasons[reason], accounts]),
      36
    ),
    "",
    words.refusals,
    ...chart(
      report.refusals.slice(0, 15).map(({ tag, count }) => [words.reasons[tag], count]),
      36
    ),
    "",
    words.commands,
    header,
    ...Object.entries(report.outcomes).map(
      ([name, outcomes]) =>
        `  ${padded(name, 26)}${[outcomes.done, outcomes.refused, outcomes.unheard].map((count) => number(count, 9)).join("")}`
    ),
    "",
    ...(report.found === undefined
      ? [`✓ ${words.holds(report.invariants.length)}`]
      : foundLines(report.found, language))
  ]
}
