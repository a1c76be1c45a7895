import { Box, Text } from "ink"
import { memo, useLayoutEffect } from "react"
import { type Action, globalKeys } from "../keymap.js"
import { terminalWords } from "../text/terminal/index.js"
import { type ThemeName, themes } from "../theme.js"
import { helpBody } from "./helpBody.js"
import type { KeyPress } from "./Keys.js"
import { blank, data, fitRow, fitted, type Row, row, span, widthOf, widthOfRow } from "./Row.js"
import { type Shell, useShell } from "./Shell.js"

/** Rows that are not the body's: identity, path, two rules, status, keys. */
const CHROME = 6
export const SMALLEST = { columns: 60, rows: 20 } as const

/** How many rows and columns a screen has to itself. */
export const bodySize = ({ columns, rows }: { readonly columns: number; readonly rows: number }) => ({
  columns: columns - 1,
  rows: Math.max(1, rows - 1 - CHROME)
})

interface LineProps {
  readonly line: Row
  readonly theme: ThemeName
}

const sameLine = (before: LineProps, after: LineProps): boolean =>
  before.theme === after.theme &&
  before.line.length === after.line.length &&
  before.line.every((one, at) => one.text === after.line[at]?.text && one.tone === after.line[at]?.tone)

/** One line. An unchanged one is not drawn anew. */
const Line = memo(({ line, theme }: LineProps) => {
  if (line.length === 0) return <Text> </Text>
  return (
    <Text wrap="truncate">
      {line.map(({ text, tone = "plain" }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: spans have no other name than their place
        <Text key={at} {...themes[theme][tone]}>
          {text}
        </Text>
      ))}
    </Text>
  )
}, sameLine)

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`

/** Who is here, and before it how soon the session ends, once that is near; the name of the enterprise is cut to what is left. */
const identity = ({ session, language, left }: Shell, columns: number): Row => {
  const words = terminalWords[language]
  const name = left === undefined ? words.name : `${words.name} | ${words.left(clock(left))}`
  if (session === undefined) return row([words.name, words.nobody, words.otherLanguage].join(" | "))
  const who = session.role === undefined ? session.name : `${session.name} ${words.roles[session.role]}`
  const others = [who, ...(session.restricted ? [words.restricted] : []), words.otherLanguage].join(" | ")
  if (session.enterprise === undefined) return row(`${name} | ${others}`)
  const room = columns - widthOf(`${name} |  | ${others}`)
  const enterprise = data(session.enterprise)
  return row(`${name} | ${room < 4 ? "" : fitted(enterprise, Math.min(room, widthOf(enterprise)))} | ${others}`)
}

const path = ({ crumbs, mocked, language, helping }: Shell, columns: number): Row => {
  const [here = ""] = crumbs.slice(-1)
  const trail = [...crumbs.slice(0, -1), helping ? terminalWords[language].help.title(here) : here].join(" > ")
  if (!mocked) return row(span(trail, "strong"))
  const banner = terminalWords[language].mock
  const room = Math.max(0, columns - widthOf(banner) - 2)
  const left = fitted(trail, Math.min(room, widthOf(trail)))
  return row(
    span(left, "strong"),
    " ".repeat(Math.max(2, columns - widthOf(left) - widthOf(banner))),
    span(banner, "warn")
  )
}

/** The keys that fit, the help always among them. */
const keyLine = (actions: ReadonlyArray<Action>, typing: boolean, { language }: Shell, columns: number): Row => {
  const { keys } = terminalWords[language]
  const helps = `${typing ? "F1" : "?"} ${keys.help}`
  const wanted = actions
    .filter(({ quiet }) => quiet !== true)
    .map(({ keys: [first = ""], label, disabled }) =>
      disabled === undefined ? `${first} ${label}` : `(${first} ${label})`
    )
  if (typing) wanted.unshift(`Tab ${keys.next}`)
  const shown: Array<string> = []
  let left = columns - widthOf(helps)
  for (const one of [...wanted, `${globalKeys.back[0]} ${keys.back}`]) {
    if (widthOf(one) + 2 > left) continue
    shown.push(one)
    left -= widthOf(one) + 2
  }
  return row([...shown, helps].join("  "))
}

/** The part of the body that shows, with the line in focus in it. */
const windowed = (body: ReadonlyArray<Row>, rows: number): ReadonlyArray<Row> => {
  if (body.length <= rows) return [...body, ...Array.from({ length: rows - body.length }, () => blank)]
  const inFocus = body.findIndex((line) => line.some(({ cursor, tone }) => cursor !== undefined || tone === "focus"))
  const from = Math.min(Math.max(0, inFocus - rows + 2), body.length - rows)
  return body.slice(from, from + rows)
}

export interface FrameProps {
  readonly body: ReadonlyArray<Row>
  readonly actions: ReadonlyArray<Action>
  /** What the status line says while nothing else has to be said. */
  readonly status?: string | undefined
  readonly form?: ((press: KeyPress) => boolean) | undefined
  readonly button?: string | undefined
  readonly escape?: (() => void) | undefined
}

const statusLine = ({ status, commandLine }: Shell, usual: string | undefined): Row => {
  if (commandLine !== undefined) return row({ text: `:${commandLine.text}`, cursor: 1 + commandLine.cursor })
  if (status === undefined) return row(usual ?? "")
  return row(span(status.tone === "bad" || status.tone === "warn" ? `! ${status.text}` : status.text, status.tone))
}

/** Everything that stands on the screen: at most one row less than the terminal has, for a frame as tall as it flickers. */
export const Frame = ({ body, actions, status, form, button, escape }: FrameProps) => {
  const shell = useShell()
  const { keyboard, size, theme, screenReader, helping, setCursor } = shell
  useLayoutEffect(() => {
    keyboard.current = { actions, form, button, escape }
  })
  const { columns, rows } = bodySize(size)
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows) {
    setCursor(undefined)
    const line = row(terminalWords[shell.language].tooSmall(size.columns, size.rows))
    return <Line line={fitRow(line, Math.max(1, columns))} theme={theme} />
  }
  const typing = form !== undefined
  const shown = helping ? helpBody(actions, typing, terminalWords[shell.language], { columns, rows }) : body
  const rule = row("-".repeat(columns))
  const last = [statusLine(shell, status), keyLine(helping ? [] : actions, typing && !helping, shell, columns)]
  const lines = screenReader
    ? [identity(shell, columns), path(shell, columns), ...shown.filter((line) => widthOfRow(line) > 0), ...last]
    : [identity(shell, columns), path(shell, columns), rule, ...windowed(shown, rows), rule, ...last]
  const fitted = lines.map((line) => fitRow(line, columns))
  const y = fitted.findLastIndex((line) => line.some(({ cursor }) => cursor !== undefined))
  const at = fitted[y]
  const spanAt = at?.findIndex(({ cursor }) => cursor !== undefined) ?? -1
  setCursor(
    at === undefined
      ? undefined
      : { x: Math.min(columns, widthOfRow(at.slice(0, spanAt)) + (at[spanAt]?.cursor ?? 0)), y }
  )
  return (
    <Box flexDirection="column" width={columns} height={screenReader ? undefined : size.rows - 1}>
      {fitted.map((line, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <Line key={number} line={line} theme={theme} />
      ))}
    </Box>
  )
}
