import { type FormState, type Items, itemOf } from "../form/Form.js"
import { data, fitted, type Span, span } from "../terminal/Row.js"

export interface SelectShape<Choice extends string> {
  readonly label: string
  readonly labelWidth: number
  readonly names: Readonly<Record<Choice, string>>
  readonly needed?: boolean
  readonly note?: string | Span
}

/** The keys that change it, which nothing else on the screen tells of. */
const HINT = "Left Right"

/** A choice in one line, changed by the arrows left and right: `< 身份证 >`; in focus it says so, and which of how many it is. */
export const select = <Name extends string, Choice extends string>(
  items: Items<Name>,
  state: FormState<Name>,
  name: Name,
  { label, labelWidth, names, needed = false, note }: SelectShape<Choice>
): ReadonlyArray<Span> => {
  const item = itemOf(items, name)
  const chosen = data(names[state.choices[name] as Choice] ?? state.choices[name] ?? "")
  const choices = item?.kind === "select" ? item.choices : []
  const locked = item?.kind === "select" && item.locked === true
  const at = choices.indexOf(state.choices[name] ?? "") + 1
  const hint = state.focus === name && !locked && choices.length > 1 ? [span(`  ${HINT} ${at}/${choices.length}`)] : []
  return [
    span(`${needed ? "*" : " "}${fitted(data(label), labelWidth)} `),
    span(locked ? `  ${chosen}  ` : `< ${chosen} >`, state.focus === name ? "focus" : "plain"),
    ...hint,
    ...(note === undefined ? [] : [span("  "), typeof note === "string" ? span(note) : note])
  ]
}
