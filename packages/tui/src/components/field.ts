import { textOf } from "../form/Editing.js"
import { type FormState, type Items, itemOf } from "../form/Form.js"
import { cut, data, fitted, graphemes, type Span, span, widthOf } from "../terminal/Row.js"

export interface FieldShape {
  /** Columns between the brackets. */
  readonly width: number
  /** What is put before the field, as wide as `labelWidth`. */
  readonly label: string
  readonly labelWidth: number
  /** Whether the field must be filled in: an asterisk before the label. */
  readonly needed?: boolean
  /** What is said behind it. */
  readonly note?: string | Span
}

/** The part of a text that shows in so many columns when the cursor is in it, and where the cursor is then. */
const visible = (parts: ReadonlyArray<string>, at: number, columns: number) => {
  let from = 0
  while (widthOf(parts.slice(from, at).join("")) > columns - 1) from++
  return { text: cut(parts.slice(from).join(""), columns), cursor: widthOf(parts.slice(from, at).join("")) }
}

/** A field of a form in one line: its label, what stands in it between brackets, the cursor when it is in focus. */
export const field = <Name extends string>(
  items: Items<Name>,
  state: FormState<Name>,
  name: Name,
  { width, label, labelWidth, needed = false, note }: FieldShape
): ReadonlyArray<Span> => {
  const item = itemOf(items, name)
  const text = state.texts[name]
  const inFocus = state.focus === name
  const before = span(`${needed ? "*" : " "}${fitted(data(label), labelWidth)} `)
  const after = note === undefined ? [] : [span("  "), typeof note === "string" ? span(note) : note]
  if (text === undefined || item?.kind !== "text") return [before]
  if (item.locked === true) return [before, span(` ${fitted(data(textOf(text)), width)} `), ...after]
  const hidden = item.secret === true && !state.shown.includes(name)
  const parts = hidden ? text.graphemes.map(() => "*") : text.graphemes.flatMap((one) => graphemes(data(one)))
  const at = hidden ? text.at : text.graphemes.slice(0, text.at).flatMap((one) => graphemes(data(one))).length
  if (!inFocus) return [before, { text: `[${fitted(parts.join(""), width)}]`, whole: true }, ...after]
  const shown = visible(parts, at, width)
  const padding = " ".repeat(Math.max(0, width - widthOf(shown.text)))
  return [before, span("["), { text: shown.text + padding, cursor: shown.cursor, whole: true }, span("]"), ...after]
}
