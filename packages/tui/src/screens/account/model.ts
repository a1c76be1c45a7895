import type { InputOf, QueryResultOf, ResultOf } from "@single-window/core"
import { type FormState, form, type Items, valueOf } from "../../form/Form.js"
import { atTop, type ListState } from "../../form/List.js"

export const parts = ["overview", "timeline", "why", "next"] as const
export type Part = (typeof parts)[number]

/** What the front door says of the account. */
export interface Seen {
  readonly details: QueryResultOf<"AccountDetails">
  readonly explained: QueryResultOf<"Explain">
  readonly completeness: QueryResultOf<"Completeness">
  readonly plan: QueryResultOf<"PlanTo">
  readonly history: QueryResultOf<"History">
}

export const revealable = ["document", "name", "mobile", "email", "representative", "validity"] as const
export type Revealable = (typeof revealable)[number]

/** One field in clear, and until when (epoch milliseconds). The others that came with it are not kept. */
export interface Revealed {
  readonly field: Revealable
  readonly value: string
  readonly until: number
}

export type RevealItem = "what" | "reason" | "cancel" | "reveal"
export const revealItems: Items<RevealItem> = [
  { kind: "select", name: "what", choices: revealable },
  { kind: "text", name: "reason" },
  { kind: "button", name: "cancel" },
  { kind: "button", name: "reveal" }
]

export type UnlockItem = "reason" | "cancel" | "unlock"
export const unlockItems: Items<UnlockItem> = [
  { kind: "text", name: "reason" },
  { kind: "button", name: "cancel" },
  { kind: "button", name: "unlock" }
]

export type CorrectItem =
  | "name"
  | "unifiedSocialCreditCode"
  | "organizationCode"
  | "legalRepresentativeName"
  | "evidence"
  | "reason"
  | "cancel"
  | "preview"
  | "correct"
export const correctItems: Items<CorrectItem> = [
  { kind: "text", name: "name" },
  { kind: "text", name: "unifiedSocialCreditCode", most: 40 },
  { kind: "text", name: "organizationCode", most: 40 },
  { kind: "text", name: "legalRepresentativeName" },
  { kind: "text", name: "evidence" },
  { kind: "text", name: "reason" },
  { kind: "button", name: "cancel" },
  { kind: "button", name: "preview" },
  { kind: "button", name: "correct" }
]

export type CorrectResult = ResultOf<"CorrectEnterprise">

/** What lies over the account: a box that asks for a reason, one at a time. */
export type Box =
  | { readonly _tag: "Reveal"; readonly form: FormState<RevealItem> }
  | { readonly _tag: "Unlock"; readonly form: FormState<UnlockItem> }
  | {
      readonly _tag: "Correct"
      readonly form: FormState<CorrectItem>
      /** What exactly this form would do, as the front door rehearsed it. */
      readonly rehearsed?: { readonly of: string; readonly result: CorrectResult }
    }

export interface AccountState {
  readonly part: Part
  readonly seen?: Seen | undefined
  readonly list: ListState
  readonly box?: Box | undefined
  readonly revealed?: Revealed | undefined
}

export const initial: AccountState = { part: "overview", list: atTop }

/** A part again leads back to the overview. What is in clear does not wait behind another part. */
export const shown = ({ revealed: _, ...state }: AccountState, part: Part): AccountState => ({
  ...state,
  part: state.part === part ? "overview" : part,
  list: atTop
})

export const hidden = ({ revealed: _, ...state }: AccountState): AccountState => state

export const without = ({ box: _, ...state }: AccountState): AccountState => state

/** The one field that was asked for, out of all that came; nothing once its time is over. */
export const revealedAs = (field: Revealable, seen: ResultOf<"RevealHolder">, until: number): Revealed => {
  const { validity } = seen.holder
  const values: Readonly<Record<Revealable, string>> = {
    document: seen.holder.document.number,
    name: seen.holder.name,
    mobile: seen.mobile,
    email: seen.email,
    representative: seen.legalRepresentativeName,
    validity: validity === undefined ? "" : `${validity.from} - ${validity.to}`
  }
  return { field, value: values[field], until }
}

/** What may be shown in clear at a moment. */
export const clearAt = ({ revealed }: AccountState, now: number): Revealed | undefined =>
  revealed !== undefined && now < revealed.until ? revealed : undefined

export const LONGEST_REVEAL = 30

/** How long a field stays in clear: a host may make it shorter, never longer. */
export const revealSeconds = (environment: Readonly<Record<string, string | undefined>>): number => {
  const given = Number(environment.SINGLE_WINDOW_REVEAL_SECONDS ?? LONGEST_REVEAL)
  return Number.isFinite(given) && given > 0 ? Math.min(given, LONGEST_REVEAL) : LONGEST_REVEAL
}

export const boxes = {
  reveal: (): Box => ({ _tag: "Reveal", form: form(revealItems) }),
  unlock: (): Box => ({ _tag: "Unlock", form: form(unlockItems) }),
  correct: ({ enterprise }: Seen["details"]): Box => ({
    _tag: "Correct",
    // The representative's name is masked in what came, so it must be typed from the evidence.
    form: form(correctItems, { ...enterprise, legalRepresentativeName: "" })
  })
}

export const correction = (state: FormState<CorrectItem>, account: string): InputOf<"CorrectEnterprise"> => ({
  account,
  name: valueOf(state, "name"),
  unifiedSocialCreditCode: valueOf(state, "unifiedSocialCreditCode"),
  organizationCode: valueOf(state, "organizationCode"),
  legalRepresentativeName: valueOf(state, "legalRepresentativeName"),
  evidence: valueOf(state, "evidence"),
  reason: valueOf(state, "reason")
})

/** The level that an account may aim at next. */
export const levelAbove = (level: Seen["details"]["level"]): Seen["details"]["level"] =>
  level === "none" ? "low" : level === "low" ? "medium" : "high"
