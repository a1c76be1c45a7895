import { type Action, globalKeys } from "../keymap.js"
import { within } from "../text/initials.js"
import { terminalWords } from "../text/terminal/index.js"
import { data, fitted, type Row, row, span, widthOf, wrapped } from "./Row.js"
import type { Shell } from "./Shell.js"

/** The rows around the body. A sentence in them is never cut: it is said more shortly, or goes on in another line. */

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`

/** The first of several ways to say a thing that there is room for; the last one if there is room for none. */
const roomFor = (columns: number, ...ways: ReadonlyArray<() => string>): string => {
  const said = ways.map((way) => way())
  return said.find((text) => widthOf(text) <= columns) ?? said.at(-1) ?? ""
}

/** An enterprise's name is cut to what is left, but not to a letter or two. */
const FEWEST = 8

/** Who is here, and before it how soon the session ends, once that is near. */
export const identity = ({ session, language, left }: Shell, columns: number): Row => {
  const words = terminalWords[language]
  const joined = (...parts: ReadonlyArray<string | undefined>) => parts.filter((part) => part !== undefined).join(" | ")
  if (session === undefined) return row(joined(words.name, words.nobody, words.otherLanguage))
  const time = left === undefined ? undefined : words.left(clock(left))
  const restricted = session.restricted ? words.restricted : undefined
  const name = data(session.name)
  const who = session.role === undefined ? name : `${name} ${words.roles[session.role]}`
  const enterprise = session.enterprise === undefined ? undefined : data(session.enterprise)
  const rest = joined(who, restricted, words.otherLanguage)
  const room = columns - widthOf(joined(words.name, time, "", rest))
  const place =
    enterprise === undefined || room < FEWEST ? undefined : fitted(enterprise, Math.min(room, widthOf(enterprise)))
  return row(
    roomFor(
      columns,
      () => joined(words.name, time, place, rest),
      () => joined(time, rest),
      () => joined(time, fitted(name, 18).trimEnd(), restricted, words.otherLanguage)
    )
  )
}

/** Where this is, the last screen whole for as long as it can be, and on every screen whether the outside is made up. */
export const path = ({ crumbs, mocked, language, helping }: Shell, columns: number): Row => {
  const words = terminalWords[language]
  const titles = crumbs.map((title) => data(title))
  const here = titles.at(-1) ?? ""
  const trail = [...titles.slice(0, -1), helping ? words.help.title(here) : here]
  const whole = trail.join(" > ")
  const banner = mocked ? words.mock.find((text) => widthOf(whole) + widthOf(text) + 2 <= columns) : ""
  const said = banner ?? words.mock.at(-1) ?? ""
  const room = columns - (said === "" ? 0 : widthOf(said) + 2)
  const from = trail.findIndex((_, at) => widthOf([".."].concat(trail.slice(at)).join(" > ")) <= room)
  const shown = widthOf(whole) <= room ? whole : from < 0 ? fitted(here, room) : `.. > ${trail.slice(from).join(" > ")}`
  return said === ""
    ? row(span(shown, "strong"))
    : row(span(shown, "strong"), " ".repeat(Math.max(2, columns - widthOf(shown) - widthOf(said))), span(said, "warn"))
}

/** The keys that fit; the way out and the help are always among them, and the help tells all of them. */
export const keyLine = (
  actions: ReadonlyArray<Action>,
  typing: boolean,
  { language, crumbs, helping }: Pick<Shell, "language" | "crumbs" | "helping">,
  columns: number
): string => {
  const { keys } = terminalWords[language]
  const helps = `${typing ? "F1" : "?"} ${keys.help}`
  // From the first screen there is nowhere to go back to.
  const leaves = crumbs.length > 1 || helping ? `${globalKeys.back[0]} ${keys.back}` : `Ctrl-C ${keys.leave}`
  const wanted = [
    ...(typing ? [`Tab ${keys.next}`] : []),
    ...actions
      .filter(({ quiet }) => quiet !== true)
      .map(({ keys: [first = ""], label, disabled }) =>
        disabled === undefined ? `${first} ${within(label)}` : `(${first} ${within(label)})`
      )
  ]
  const shown: Array<string> = []
  let left = columns - widthOf(`${leaves}  ${helps}`)
  for (const one of wanted) {
    if (widthOf(one) + 2 > left) continue
    shown.push(one)
    left -= widthOf(one) + 2
  }
  return [...shown, leaves, helps].join("  ")
}

/** More than this is no line of state, and would take the body away. */
const MOST_LINES = 4

/** What has to be said now, in as many lines as it needs. */
export const statusRows = (
  { status, commandLine, background, language }: Pick<Shell, "status" | "commandLine" | "background" | "language">,
  usual: string | undefined,
  columns: number
): ReadonlyArray<Row> => {
  if (commandLine !== undefined) {
    const names = wrapped(terminalWords[language].commandsAre(commandLine.names), columns)
    return [row({ text: `:${commandLine.text}`, cursor: 1 + commandLine.cursor }), ...names.map((line) => row(line))]
  }
  const { text, tone } = status ?? { text: usual ?? background ?? "", tone: "plain" as const }
  const said = tone === "bad" || tone === "warn" ? `! ${text}` : text
  const lines = wrapped(data(said), columns).slice(0, MOST_LINES)
  return lines.length === 0 ? [row()] : lines.map((line) => row(span(line, tone)))
}
