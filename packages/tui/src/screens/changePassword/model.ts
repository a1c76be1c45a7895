import { defaultPolicy, type Policy, rules } from "@single-window/core"
import * as Either from "effect/Either"
import { type FormState, form, type Items, valueOf } from "../../form/Form.js"

export type Name = "current" | "next" | "again" | "submit"

export const items: Items<Name> = [
  { kind: "text", name: "current", secret: true, most: 1024 },
  { kind: "text", name: "next", secret: true, most: 1024 },
  { kind: "text", name: "again", secret: true, most: 1024 },
  { kind: "button", name: "submit" }
]

export interface ChangePasswordState {
  readonly form: FormState<Name>
  readonly policy: Policy
}

export const initial: ChangePasswordState = { form: form(items), policy: defaultPolicy }

export type Check = "length" | "notInitial" | "notCurrent" | "notUsername" | "classes" | "same"

const { check, normalized } = rules.InitialPassword

/** How long a password is in the form that is kept, in which one character typed can be several. */
export const lengthOf = (password: string): number => Array.from(normalized(password)).length

const judged = ({ form: state, policy }: ChangePasswordState, username: string) => {
  const found = check(valueOf(state, "next"), valueOf(state, "current"), username, policy)
  return Either.isLeft(found) ? found.left.problem : undefined
}

/** What is wanted of a new password, each as the rule itself judges it; what is not typed yet passes nothing. */
export const checks = (state: ChangePasswordState, username: string): Readonly<Record<Check, boolean>> => {
  const { minLength, maxLength } = state.policy.password
  const [next, again] = [valueOf(state.form, "next"), valueOf(state.form, "again")]
  const problem = judged(state, username)
  const typed = next !== ""
  return {
    length: typed && lengthOf(next) >= minLength && lengthOf(next) <= maxLength,
    notInitial: typed && problem !== "initial-password",
    notCurrent: typed && problem !== "same-as-current",
    notUsername: typed && problem !== "same-as-username",
    classes: typed && !["too-few-character-classes", "too-short", "initial-password"].includes(problem ?? ""),
    same: typed && next === again
  }
}

export const ready = (state: ChangePasswordState, username: string): boolean =>
  valueOf(state.form, "current") !== "" && judged(state, username) === undefined && checks(state, username).same
