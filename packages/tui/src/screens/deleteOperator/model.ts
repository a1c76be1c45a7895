import type { QueryResultOf } from "@single-window/core"
import { type Confirmation, confirmation } from "../../form/confirmByTyping.js"
import { type FormState, form, type Items, valueOf } from "../../form/Form.js"

export type Name = "cancel" | "reason" | "typed" | "delete"

/** Cancel comes first, so that Enter at once does nothing; nothing is deleted but from the button at the end. */
export const items: Items<Name> = [
  { kind: "button", name: "cancel" },
  { kind: "text", name: "reason", most: 200 },
  { kind: "text", name: "typed", most: 100 },
  { kind: "button", name: "delete" }
]

export interface DeleteOperatorState {
  readonly form: FormState<Name>
  readonly operator?: QueryResultOf<"ListOperators">[number] | undefined
}

export const initial: DeleteOperatorState = { form: form(items) }

/** Why it cannot be deleted yet. */
export type NotYet = { readonly _tag: "NoReason" } | Exclude<Confirmation, { readonly _tag: "Exact" }>

/** The user name letter by letter, and a reason for the journal; nothing of the name is trimmed or folded. */
export const notYet = ({ form: state }: DeleteOperatorState, username: string): NotYet | undefined => {
  const typed = confirmation(username, valueOf(state, "typed"))
  if (typed._tag !== "Exact") return typed
  return valueOf(state, "reason").trim() === "" ? { _tag: "NoReason" } : undefined
}
