import type { AccountView, Refusal, Rehearsal, ResultOf } from "@single-window/core"
import { type FormState, type Items, withFocus, withValue } from "../../form/Form.js"
import { type AccountRoute, type ActingState, actingForm } from "../acting/model.js"
import type { Subject } from "../acting/subject.js"
import { type IdentityForm, type IdentityGround, identityForm, KEEP, typedFields } from "../identity/model.js"

export type HolderEdited = ResultOf<"EditHolder">

export interface HolderState {
  readonly acting: ActingState
  readonly details?: AccountView
  readonly ground?: IdentityGround
  readonly form?: IdentityForm
  readonly refusal?: Refusal | undefined
  /** What saving would do, as the rehearsal said. */
  readonly preview?: { readonly rehearsal: Rehearsal<HolderEdited>; readonly form: FormState<"back" | "save"> }
  readonly saved?: HolderEdited
}

export const initial = (route: AccountRoute): HolderState => ({ acting: actingForm(route) })

/** With the account found; what was typed before stays. */
export const loaded = (state: HolderState, { details, policy, today }: Subject): HolderState => {
  const ground: IdentityGround = { policy, today, kept: details.holder.document.type }
  return { ...state, details, ground, form: state.form ?? identityForm(ground, { type: KEEP }) }
}

const blankOf = (name: IdentityForm["focus"]) => (name === "type" ? KEEP : "")

/** Takes the field in focus back (F8). */
export const undone = (form: IdentityForm): IdentityForm =>
  form.focus === "save" ? form : withValue(form, form.focus, blankOf(form.focus))

/** Takes everything back (F7). */
export const allUndone = (form: IdentityForm, ground: IdentityGround): IdentityForm =>
  withFocus(identityForm(ground, { type: KEEP }), form.focus === "from" || form.focus === "to" ? "name" : form.focus)

export const isDirty = (form: IdentityForm, ground: IdentityGround): boolean => typedFields(form, ground).length > 0

/** Whether there is something to save, or it hangs on somebody who is asked only then. */
export const isSavable = ({ result }: Rehearsal<HolderEdited>): boolean =>
  result === undefined || result.changed.length > 0

export const previewItems = (savable: boolean): Items<"back" | "save"> => [
  { kind: "button", name: "back" },
  ...(savable ? [{ kind: "button", name: "save" } as const] : [])
]
