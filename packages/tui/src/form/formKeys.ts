import type { FrameProps } from "../terminal/Frame.js"
import { buttonInFocus, type FormState, type Items, pressed } from "./Form.js"

/** A form's part of a frame: where its keys go, and the button in focus. */
export const formKeys = <Name extends string>(
  items: Items<Name>,
  state: FormState<Name>,
  change: (next: (form: FormState<Name>) => FormState<Name>) => void
): Required<Pick<FrameProps, "form">> & Pick<FrameProps, "button"> => ({
  form: (key) => {
    if (pressed(items, state, key) === undefined) return false
    change((now) => pressed(items, now, key) ?? now)
    return true
  },
  button: buttonInFocus(items, state)
})
