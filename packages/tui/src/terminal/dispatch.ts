import { actionFor, type GlobalAction, globalActionFor, navigationKeys } from "../keymap.js"
import type { KeyPress } from "./Keys.js"
import type { KeyTarget } from "./Shell.js"

/** What a key comes to; finding that out touches nothing. */
export type Deed =
  | { readonly _tag: "Global"; readonly action: GlobalAction }
  | { readonly _tag: "Action"; readonly run: () => void }
  | { readonly _tag: "Disabled"; readonly label: string; readonly reason: string }
  | { readonly _tag: "Unknown"; readonly key: string }
  | { readonly _tag: "PasteIgnored" }
  /** The form has taken it. */
  | { readonly _tag: "Typed" }
  | { readonly _tag: "Nothing" }

const ofAction = (
  { actions }: KeyTarget,
  find: (target: KeyTarget["actions"]) => KeyTarget["actions"][number] | undefined
) => {
  const action = find(actions)
  if (action === undefined) return undefined
  return action.disabled === undefined
    ? ({ _tag: "Action", run: action.run } as const)
    : ({ _tag: "Disabled", label: action.label, reason: action.disabled } as const)
}

const named = (target: KeyTarget, press: KeyPress, key: string): Deed => {
  const { form, button } = target
  const typing = form !== undefined
  const global = globalActionFor(key, typing)
  if (global !== undefined) return { _tag: "Global", action: global }
  if (form?.(press) === true) return { _tag: "Typed" }
  const pressed =
    button !== undefined && key === "Enter" ? ofAction(target, (all) => all.find(({ id }) => id === button)) : undefined
  return (
    pressed ??
    ofAction(target, (all) => actionFor(all, key)) ??
    (typing || key.length > 1 ? { _tag: "Nothing" } : { _tag: "Unknown", key })
  )
}

/** The deeds of one event: where letters are commands, text is as many keys as it has characters. */
export const deedsOf = (target: KeyTarget, press: KeyPress): ReadonlyArray<() => Deed> => {
  if (press.type === "key") return [() => named(target, press, press.name)]
  if (target.form !== undefined) {
    const { form } = target
    return [
      () => {
        form(press)
        return { _tag: "Typed" }
      }
    ]
  }
  if (press.type === "paste") return [() => ({ _tag: "PasteIgnored" })]
  return navigationKeys(press.text).map((key) => () => named(target, { type: "key", name: key }, key))
}
