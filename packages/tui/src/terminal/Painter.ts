import { Writable } from "node:stream"
import type { Size } from "./Shell.js"

const ESC = "\u001b"

/** Where the terminal's cursor stands; hidden where nothing is typed. */
export interface CursorPlace {
  readonly x: number
  readonly y: number
}

export interface Painter {
  /** What Ink draws on: every frame whole. Only lines that changed go on to the terminal, each at its own place. */
  readonly canvas: NodeJS.WriteStream
  readonly setCursor: (place: CursorPlace | undefined) => void
  /** Nothing on the terminal is where it was: the next frame is drawn whole. */
  readonly resize: (size: Size) => void
  /** Something else has been on the terminal, which shows its cursor now: the frame is drawn whole. */
  readonly redraw: () => void
}

const same = (one: CursorPlace | undefined, other: CursorPlace | undefined): boolean =>
  one?.x === other?.x && one?.y === other?.y

/**
 * Draws frames. Ink 6.8 erases and moves relative to where it believes the cursor is, which is one line off once a field shows
 * the cursor; addresses do not depend on that (decision 0008).
 */
export const painter = (write: (bytes: string) => void, size: Size): Painter => {
  let before: ReadonlyArray<string> = []
  let cursor: CursorPlace | undefined
  let cursorBefore: CursorPlace | undefined
  let shown = true

  const paint = (frame: string): void => {
    const lines = frame.split("\n")
    let bytes = ""
    for (let at = 0; at < Math.max(lines.length, before.length); at++) {
      const line = lines[at] ?? ""
      if (line !== before[at]) bytes += `${ESC}[${at + 1};1H${line}${ESC}[K`
    }
    before = lines
    const moved = bytes !== "" || !same(cursor, cursorBefore)
    if (moved && cursor !== undefined) bytes += `${ESC}[${cursor.y + 1};${cursor.x + 1}H`
    if ((cursor !== undefined) !== shown) {
      shown = cursor !== undefined
      bytes += shown ? `${ESC}[?25h` : `${ESC}[?25l`
    }
    cursorBefore = cursor
    if (bytes !== "") write(bytes)
  }

  const canvas = Object.assign(
    new Writable({
      decodeStrings: false,
      write: (frame: string, _encoding, done) => {
        if (frame !== "") paint(frame)
        done()
      }
    }),
    { columns: size.columns, rows: size.rows, isTTY: false }
  )
  return {
    canvas: canvas as unknown as NodeJS.WriteStream,
    setCursor: (place) => {
      cursor = place
    },
    redraw: () => {
      const frame = before.join("\n")
      before = []
      cursorBefore = undefined
      shown = true
      paint(frame)
    },
    resize: ({ columns, rows }) => {
      before = []
      cursorBefore = undefined
      write(`${ESC}[2J`)
      // Ink reads the width at every frame; told of the change, it would draw the frame of the old size once more.
      Object.assign(canvas, { columns, rows })
    }
  }
}
