import type { FormState } from "../form/Form.js"
import { type Span, span } from "../terminal/Row.js"
import { alone } from "../text/initials.js"

/** A button of a form; the one in focus is what Enter presses. */
export const button = <Name extends string>(state: FormState<Name>, name: Name, label: string): Span =>
  span(`[ ${alone(label)} ]`, state.focus === name ? "focus" : "plain")
