import type { Captcha, Refusal } from "@single-window/core"
import { type FormState, form, type Items, valueOf, withFocus, withValue } from "../../form/Form.js"

export type Name = "username" | "password" | "captcha" | "submit" | "pin" | "card"

export const items: Items<Name> = [
  { kind: "text", name: "username", most: 64 },
  { kind: "text", name: "password", secret: true, most: 128 },
  { kind: "text", name: "captcha", most: 8 },
  { kind: "button", name: "submit" },
  { kind: "text", name: "pin", secret: true, most: 64 },
  { kind: "button", name: "card" }
]

export interface LogInState {
  readonly form: FormState<Name>
  readonly captcha: Captcha | undefined
  /** The card has turned a PIN away: nothing goes to it before another one is typed. */
  readonly pinWrong: boolean
}

export const initial: LogInState = { form: form(items), captcha: undefined, pinWrong: false }

/** Who can come in where the store only demonstrates: made up, like everybody there. */
export const demonstration = { username: "qingdaoadmin", password: "Qingdao#2026", staff: "demo" } as const

export const filledIn = (state: LogInState): LogInState => {
  const named = withValue(state.form, "username", demonstration.username)
  return { ...state, form: withFocus(withValue(named, "password", demonstration.password), "captcha") }
}

/** A new question: the answer to the one before is worth nothing. */
export const asked = (state: LogInState, captcha: Captcha): LogInState => ({
  ...state,
  captcha,
  form: withValue(state.form, "captcha", "")
})

/** After a refusal the password is typed anew, and every captcha is good for one answer only. */
export const refused = (state: LogInState): LogInState => ({
  ...state,
  captcha: undefined,
  form: withFocus(withValue(withValue(state.form, "password", ""), "captcha", ""), "password")
})

/** After a refusal of the card its PIN is typed anew: one key press is one try. */
export const cardRefused = (state: LogInState, { _tag }: Pick<Refusal, "_tag">): LogInState => ({
  ...state,
  pinWrong: _tag === "CardPinWrong",
  form: withFocus(withValue(state.form, "pin", ""), "pin")
})

/** Whoever typed a secret and went away: nobody else sends it, or has it shown. */
export const leftBehind = (state: LogInState): LogInState =>
  items.some((item) => item.kind === "text" && item.secret === true && valueOf(state.form, item.name) !== "")
    ? { ...state, form: form(items) }
    : state

/** What is sent; nothing while something is missing. */
export const submission = ({ form: state, captcha }: LogInState) => {
  const [username, password, answer] = [
    valueOf(state, "username").trim(),
    valueOf(state, "password"),
    valueOf(state, "captcha").trim()
  ]
  if (captcha === undefined || username === "" || password === "" || answer === "") return undefined
  return { username, password, captcha: { id: captcha.id, answer } }
}

/** Where to go on when something is missing. */
export const firstMissing = ({ form: state }: LogInState): Name =>
  (["username", "password", "captcha"] as const).find((name) => valueOf(state, name).trim() === "") ?? "captcha"
