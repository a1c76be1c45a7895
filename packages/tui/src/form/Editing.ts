import { graphemes, widthOf } from "../terminal/Row.js"

/** A text being typed, in graphemes, with the place where the next one goes. */
export interface Editing {
  readonly graphemes: ReadonlyArray<string>
  readonly at: number
}

export const editing = (text: string): Editing => {
  const parts = graphemes(text)
  return { graphemes: parts, at: parts.length }
}

export const textOf = (state: Editing): string => state.graphemes.join("")

/** Line breaks and tabs of a paste become spaces, but not those around it; other controls and halves of characters are left out. */
const typeable = (text: string): string =>
  text
    .replace(/^[\r\n]+|[\r\n]+$/g, "")
    .replace(/\r\n|[\r\n\t\u0085\u2028\u2029]/g, " ")
    .replace(/[\p{Cc}\p{Cs}]/gu, "")

/** Puts a text in, as far as the whole stays within so many graphemes. */
export const insert = (state: Editing, text: string, most: number): Editing => {
  const before = state.graphemes.slice(0, state.at)
  const after = state.graphemes.slice(state.at)
  const room = Math.max(0, most - state.graphemes.length)
  const fresh = graphemes(typeable(text)).slice(0, room)
  // A mark may join what stands before it, so the parts are taken apart anew.
  const left = graphemes([...before, ...fresh].join(""))
  const whole = graphemes([...left, ...after].join(""))
  return { graphemes: whole, at: Math.min(left.length, whole.length) }
}

const remove = (state: Editing, from: number, to: number): Editing => {
  const left = graphemes(state.graphemes.slice(0, from).join(""))
  const whole = graphemes([...left, ...state.graphemes.slice(to)].join(""))
  return { graphemes: whole, at: Math.min(left.length, whole.length) }
}

const wordBefore = ({ graphemes: parts, at }: Editing): number => {
  let start = at
  while (start > 0 && parts[start - 1] === " ") start--
  while (start > 0 && parts[start - 1] !== " ") start--
  return start
}

const edits: Readonly<Record<string, (state: Editing) => Editing>> = {
  Left: (state) => ({ ...state, at: Math.max(0, state.at - 1) }),
  Right: (state) => ({ ...state, at: Math.min(state.graphemes.length, state.at + 1) }),
  Home: (state) => ({ ...state, at: 0 }),
  End: (state) => ({ ...state, at: state.graphemes.length }),
  "Ctrl-a": (state) => ({ ...state, at: 0 }),
  "Ctrl-e": (state) => ({ ...state, at: state.graphemes.length }),
  Backspace: (state) => (state.at === 0 ? state : remove(state, state.at - 1, state.at)),
  Delete: (state) => (state.at === state.graphemes.length ? state : remove(state, state.at, state.at + 1)),
  "Ctrl-u": (state) => remove(state, 0, state.at),
  "Ctrl-k": (state) => remove(state, state.at, state.graphemes.length),
  "Ctrl-w": (state) => remove(state, wordBefore(state), state.at)
}

/** What a key does to the text; undefined where it is no key of editing. */
export const edit = (state: Editing, key: string): Editing | undefined => edits[key]?.(state)

/** Columns from the start of the text to the cursor. */
export const cursorColumn = (state: Editing): number => widthOf(state.graphemes.slice(0, state.at).join(""))
