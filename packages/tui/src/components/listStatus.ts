import type { ListState } from "../form/List.js"
import type { TerminalWords } from "../text/terminal/index.js"

/** Which lines of a list show, and of how many, before whatever else the status line usually says. */
export const listStatus = (
  { from }: ListState,
  count: number,
  height: number,
  words: TerminalWords,
  { of = String(count), usual = "" }: { readonly of?: string; readonly usual?: string } = {}
): string =>
  count === 0
    ? usual
    : [words.position(from + 1, Math.min(from + height, count), of), usual].filter((part) => part !== "").join("   ")

/** How many lines of a list show: fewer where more has to be said of the one in focus, but never next to none. */
export const listHeight = (most: number, room: number, said: number): number => Math.max(3, Math.min(most, room - said))
