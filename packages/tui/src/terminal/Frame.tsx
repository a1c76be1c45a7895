import { Box, Text, Transform } from "ink"
import { useLayoutEffect } from "react"
import type { Action } from "../keymap.js"
import { terminalWords } from "../text/terminal/index.js"
import { drawn } from "../theme.js"
import { identity, keyLine, path, statusRows } from "./chrome.js"
import { foldedIn } from "./folded.js"
import { helpBody } from "./helpBody.js"
import type { KeyPress } from "./Keys.js"
import { blank, fitRow, type Row, row, widthOfRow } from "./Row.js"
import { useShell } from "./Shell.js"

/** Rows that are not the body's: identity, path, two rules, status, keys. */
const CHROME = 6
const SMALLEST = { columns: 60, rows: 20 } as const

/** How many rows and columns a screen has to itself. */
export const bodySize = ({ columns, rows }: { readonly columns: number; readonly rows: number }) => ({
  columns: columns - 1,
  rows: Math.max(1, rows - 1 - CHROME)
})

/**
 * Lines that take exactly the room that they have. Ink is given empty ones to lay out and each line's text when it draws: measuring
 * again what has been measured takes it a fifth of a frame.
 */
const Lines = ({ lines }: { readonly lines: ReadonlyArray<string> }) => (
  <Transform transform={(_, at) => lines[at] ?? ""}>{" \n".repeat(lines.length).slice(0, -1)}</Transform>
)

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
    return <Lines lines={[drawn(fitRow(line, Math.max(1, columns)), theme)]} />
  }
  const typing = form !== undefined
  const whole = helping ? helpBody(actions, typing, terminalWords[shell.language], { columns, rows }) : body
  const shown = foldedIn(whole, columns)
  const rule = row("-".repeat(columns))
  const said = statusRows(shell, status, columns)
  const last = [...said, row(keyLine(helping ? [] : actions, typing && !helping, shell, columns))]
  const lines = screenReader
    ? [identity(shell, columns), path(shell, columns), ...shown.filter((line) => widthOfRow(line) > 0), ...last]
    : [
        identity(shell, columns),
        path(shell, columns),
        rule,
        ...windowed(shown, Math.max(1, rows + 1 - said.length)),
        rule,
        ...last
      ]
  const fitted = lines.map((line) => fitRow(line, columns))
  const y = fitted.findLastIndex((line) => line.some(({ cursor }) => cursor !== undefined))
  const at = fitted[y]
  const spanAt = at?.findIndex(({ cursor }) => cursor !== undefined) ?? -1
  setCursor(
    at === undefined
      ? undefined
      : { x: Math.min(columns, widthOfRow(at.slice(0, spanAt)) + (at[spanAt]?.cursor ?? 0)), y }
  )
  const texts = fitted.map((line) => drawn(line, theme))
  if (!screenReader) {
    return (
      <Box width={columns} height={size.rows - 1}>
        <Lines lines={texts} />
      </Box>
    )
  }
  return (
    <Box flexDirection="column" width={columns}>
      {texts.map((text, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <Text key={number}>{text || " "}</Text>
      ))}
    </Box>
  )
}
