import { defaultPolicy, type Policy } from "@single-window/core"
import { type FormState, form, type Items, valueOf } from "../../form/Form.js"

export type Name = "cancel" | "reason" | "count" | "reset"

/** One password is reset by Enter; for more than one, cancel comes first and the number of them is typed. */
export const itemsFor = (usernames: ReadonlyArray<string>): Items<Name> =>
  usernames.length > 1
    ? [
        { kind: "button", name: "cancel" },
        { kind: "text", name: "reason", most: 200 },
        { kind: "text", name: "count", most: 10 },
        { kind: "button", name: "reset" }
      ]
    : [
        { kind: "text", name: "reason", most: 200 },
        { kind: "button", name: "reset" },
        { kind: "button", name: "cancel" }
      ]

/** What became of each account: reset, or why not. */
export interface Outcome {
  readonly username: string
  readonly refused?: string
}

export interface ResetPasswordState {
  readonly form: FormState<Name>
  readonly policy: Policy
  readonly outcomes?: ReadonlyArray<Outcome>
}

export const initialFor = (usernames: ReadonlyArray<string>): ResetPasswordState => ({
  form: form(itemsFor(usernames)),
  policy: defaultPolicy
})

/** Whether the number typed is exactly how many there are. */
export const counted = (state: FormState<Name>, usernames: ReadonlyArray<string>): boolean =>
  usernames.length <= 1 || valueOf(state, "count") === String(usernames.length)
