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

/** What is wanted of a new password, each as the rule itself judges it; what is not typed yet passes nothing. */
export const checks = (
  { form: state, policy }: ChangePasswordState,
  username: string
): Readonly<Record<Check, boolean>> => {
  const [current, next, again] = [valueOf(state, "current"), valueOf(state, "next"), valueOf(state, "again")]
  const judged = rules.InitialPassword.check(next, current, username, policy)
  const problem = Either.isLeft(judged) ? judged.left.problem : undefined
  const typed = next !== ""
  return {
    length: typed && Array.from(next).length >= policy.password.minLength && problem !== "too-long",
    notInitial: typed && problem !== "initial-password",
    notCurrent: typed && problem !== "same-as-current",
    notUsername: typed && problem !== "same-as-username",
    classes: typed && !["too-few-character-classes", "too-short", "initial-password"].includes(problem ?? ""),
    same: typed && next === again
  }
}

export const ready = (state: ChangePasswordState, username: string): boolean =>
  valueOf(state.form, "current") !== "" && Object.values(checks(state, username)).every((passed) => passed)
