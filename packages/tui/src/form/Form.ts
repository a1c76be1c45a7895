import type { KeyPress } from "../terminal/Keys.js"
import { type Editing, edit, editing, insert, textOf } from "./Editing.js"

/** What a form is made of, in the order of Tab. A button is named like the action that it stands for. */
export type Item<Name extends string> =
  | {
      readonly kind: "text"
      readonly name: Name
      /** Shown as asterisks until F6. */
      readonly secret?: boolean
      /** Graphemes that fit in; 200 where nothing is said. */
      readonly most?: number
      /** Shown, and passed over by Tab. */
      readonly locked?: boolean
    }
  | { readonly kind: "select"; readonly name: Name; readonly choices: ReadonlyArray<string>; readonly locked?: boolean }
  | { readonly kind: "button"; readonly name: Name }

export type Items<Name extends string> = ReadonlyArray<Item<Name>>

/** Where a form stands: nothing of it is React's. */
export interface FormState<Name extends string> {
  readonly focus: Name
  readonly texts: Readonly<Partial<Record<Name, Editing>>>
  readonly choices: Readonly<Partial<Record<Name, string>>>
  /** Secrets that are shown in clear. */
  readonly shown: ReadonlyArray<Name>
}

const reachable = <Name extends string>(items: Items<Name>) =>
  items.filter((item) => item.kind === "button" || item.locked !== true)

export const itemOf = <Name extends string>(items: Items<Name>, name: Name): Item<Name> | undefined =>
  items.find((item) => item.name === name)

/** A form with what is known already. */
export const form = <Name extends string>(
  items: Items<Name>,
  values: Readonly<Record<string, string>> = {}
): FormState<Name> => {
  const texts: Partial<Record<Name, Editing>> = {}
  const choices: Partial<Record<Name, string>> = {}
  for (const item of items) {
    const value = values[item.name]
    if (item.kind === "text") texts[item.name] = editing(value ?? "")
    if (item.kind === "select") choices[item.name] = value ?? item.choices[0] ?? ""
  }
  const first = reachable(items)[0] ?? items[0]
  if (first === undefined) throw new RangeError("a form without items")
  return { focus: first.name, texts, choices, shown: [] }
}

/** What stands in a field now. */
export const valueOf = <Name extends string>(state: FormState<Name>, name: Name): string => {
  const text = state.texts[name]
  return text === undefined ? (state.choices[name] ?? "") : textOf(text)
}

export const withValue = <Name extends string>(state: FormState<Name>, name: Name, value: string): FormState<Name> =>
  state.texts[name] === undefined
    ? { ...state, choices: { ...state.choices, [name]: value } }
    : { ...state, texts: { ...state.texts, [name]: editing(value) } }

export const withFocus = <Name extends string>(state: FormState<Name>, focus: Name): FormState<Name> => ({
  ...state,
  focus
})

const moved = <Name extends string>(items: Items<Name>, state: FormState<Name>, by: 1 | -1): FormState<Name> => {
  const order = reachable(items)
  const at = order.findIndex(({ name }) => name === state.focus)
  const next = order[(at + by + order.length) % order.length]
  return next === undefined ? state : { ...state, focus: next.name }
}

const chosen = <Name extends string>(
  item: Extract<Item<Name>, { readonly kind: "select" }>,
  state: FormState<Name>,
  by: 1 | -1
): FormState<Name> => {
  const at = item.choices.indexOf(state.choices[item.name] ?? "")
  const next = item.choices[(at + by + item.choices.length) % item.choices.length]
  return next === undefined ? state : { ...state, choices: { ...state.choices, [item.name]: next } }
}

const toggled = <Name extends string>(state: FormState<Name>, name: Name): FormState<Name> => ({
  ...state,
  shown: state.shown.includes(name) ? state.shown.filter((one) => one !== name) : [...state.shown, name]
})

const pressedText = <Name extends string>(
  item: Extract<Item<Name>, { readonly kind: "text" }>,
  state: FormState<Name>,
  press: KeyPress
): FormState<Name> | undefined => {
  const text = state.texts[item.name] ?? editing("")
  const next = press.type === "key" ? edit(text, press.name) : insert(text, press.text, item.most ?? 200)
  return next === undefined ? undefined : { ...state, texts: { ...state.texts, [item.name]: next } }
}

/** The form after a key; undefined where the key is none of the form's, such as Enter. */
export const pressed = <Name extends string>(
  items: Items<Name>,
  state: FormState<Name>,
  press: KeyPress
): FormState<Name> | undefined => {
  const item = itemOf(items, state.focus)
  if (press.type === "key") {
    if (press.name === "Tab" || press.name === "Down") return moved(items, state, 1)
    if (press.name === "Shift-Tab" || press.name === "Up") return moved(items, state, -1)
    if (press.name === "F6" && item?.kind === "text" && item.secret === true) return toggled(state, item.name)
  }
  if (item?.kind === "text") return pressedText(item, state, press)
  if (item?.kind === "select") {
    if (press.type === "key" && press.name === "Left") return chosen(item, state, -1)
    if (press.type === "key" && press.name === "Right") return chosen(item, state, 1)
    if (press.type === "text" && press.text === " ") return chosen(item, state, 1)
  }
  // Text goes nowhere here, and must not become a command.
  return press.type === "key" ? undefined : state
}

/** The button in focus, whose action Enter runs. */
export const buttonInFocus = <Name extends string>(items: Items<Name>, state: FormState<Name>): Name | undefined =>
  itemOf(items, state.focus)?.kind === "button" ? state.focus : undefined
