import {
  type AccountView,
  canonicalField,
  type Enterprise,
  type EnterpriseField,
  enterpriseFields,
  isBlankField,
  type Policy,
  type Refusal,
  type Rehearsal,
  type ResultOf,
  rules
} from "@single-window/core"
import * as Either from "effect/Either"
import { type FormState, form, type Items, pressed, valueOf, withFocus, withValue } from "../../form/Form.js"
import type { KeyPress } from "../../terminal/Keys.js"
import { type AccountRoute, type ActingState, actingForm } from "../acting/model.js"

export type EditName = EnterpriseField | "save"

/** What the edit is measured by. */
export interface Ground {
  readonly before: Enterprise
  readonly role: AccountView["role"]
  readonly policy: Policy
  /** The values last verified, which a stricter policy counts against (D1). */
  readonly verified?: Enterprise | undefined
}

/** An edit as it is being typed; an empty field is left alone. */
export interface Edit {
  readonly form: FormState<EditName>
  /** What the holder typed as organization code before another code filled it in. */
  readonly ownOrganizationCode: string
  readonly filled: boolean
}

type CountedField = rules.EnterpriseEditLimit.CountedField
const counted: ReadonlyArray<EnterpriseField> = rules.EnterpriseEditLimit.COUNTED

const unlocked: Items<EditName> = [
  ...enterpriseFields.map((name) => ({ kind: "text", name, most: 100 }) as const),
  { kind: "button", name: "save" }
]

export const emptyEdit: Edit = { form: form(unlocked), ownOrganizationCode: "", filled: false }

/** What stands in the fields, the filled-in one too. */
const typedInto = ({ form: state }: Edit): rules.EnterpriseEntry.EnterpriseEdit => {
  const typed: Partial<Record<EnterpriseField, string>> = {}
  for (const name of enterpriseFields) {
    const value = valueOf(state, name)
    if (!isBlankField(value)) typed[name] = value
  }
  return typed
}

/** The edit as the command takes it: what is filled in is left to the command to fill in, which then says so. */
export const editOf = (edit: Edit): rules.EnterpriseEntry.EnterpriseEdit => {
  const { organizationCode, ...others } = typedInto(edit)
  return edit.filled || organizationCode === undefined ? others : { ...others, organizationCode }
}

const codeIsAnother = (code: string, { before, policy }: Ground): boolean => {
  if (isBlankField(code)) return false
  const typed: Enterprise = { ...before, unifiedSocialCreditCode: code }
  return (
    rules.EnterpriseEntry.problemOf("unifiedSocialCreditCode", typed, policy) === undefined &&
    canonicalField("unifiedSocialCreditCode", code) !==
      canonicalField("unifiedSocialCreditCode", before.unifiedSocialCreditCode)
  )
}

/** The organization code that the typed Unified Social Credit Code brings along. */
const brought = (code: string, { before }: Ground): string => {
  const normalized = canonicalField("unifiedSocialCreditCode", code)
  return rules.OrganizationCodeBackfill.fill({ ...before, unifiedSocialCreditCode: normalized }).enterprise
    .organizationCode
}

/** Fills the organization code in, or takes it back, after the code above it has changed. */
const backfilled = (edit: Edit, ground: Ground): Edit => {
  const code = valueOf(edit.form, "unifiedSocialCreditCode")
  if (codeIsAnother(code, ground)) {
    const own = edit.filled ? edit.ownOrganizationCode : valueOf(edit.form, "organizationCode")
    return {
      form: withValue(edit.form, "organizationCode", brought(code, ground)),
      ownOrganizationCode: own,
      filled: true
    }
  }
  if (!edit.filled) return edit
  return {
    form: withValue(edit.form, "organizationCode", edit.ownOrganizationCode),
    ownOrganizationCode: "",
    filled: false
  }
}

/** How many of the three are used up, by the domain's own count. */
export interface Indicator {
  readonly changed: ReadonlyArray<CountedField>
  readonly limit: number
  /** Nothing of the three is stored yet, so a first entry is free (D3). */
  readonly first: boolean
}

const typedOver = (before: Enterprise, edit: Edit): Enterprise => ({ ...before, ...typedInto(edit) })

/** What would be stored, as far as it can be said already: once all that is typed is right, exactly what a save would store. */
export const afterOf = (edit: Edit, { before, policy }: Ground): Enterprise =>
  Either.match(rules.EnterpriseEntry.apply(before, editOf(edit), policy), {
    onLeft: () => typedOver(before, edit),
    onRight: ({ enterprise }) => enterprise
  })

/** 已用 n / 2 项修改, the back-fill counted (D2). */
export const indicator = (edit: Edit, ground: Ground): Indicator => ({
  changed: rules.EnterpriseEditLimit.changed(ground.before, afterOf(edit, ground)),
  limit: ground.policy.enterprise.editLimit,
  first: rules.EnterpriseEditLimit.COUNTED.every((field) => isBlankField(ground.before[field]))
})

const lockedBy = (edit: Edit, ground: Ground): ReadonlyArray<EnterpriseField> => {
  const { changed, limit, first } = indicator(edit, ground)
  const used =
    first || changed.length < limit
      ? []
      : counted.filter((name) => name !== edit.form.focus && !changed.some((one) => one === name))
  return edit.filled ? [...used, "organizationCode"] : used
}

/** The fields of the form: where both changes are used up, what is unchanged and not being typed into is locked. */
export const itemsOf = (edit: Edit, ground: Ground): Items<EditName> => {
  const locked = lockedBy(edit, ground)
  return unlocked.map((item) =>
    item.kind === "text" && locked.some((name) => name === item.name) ? { ...item, locked: true } : item
  )
}

/** The edit after a key; undefined where the key is none of the form's. */
export const typed = (edit: Edit, press: KeyPress, ground: Ground): Edit | undefined => {
  const next = pressed(itemsOf(edit, ground), edit.form, press)
  return next === undefined ? undefined : backfilled({ ...edit, form: next }, ground)
}

/** Takes one field back (F8). A code takes the one along that it filled in; a filled-in one takes its code along. */
export const undone = (edit: Edit, name: EditName, ground: Ground): Edit => {
  if (name === "save") return edit
  const source = name === "organizationCode" && edit.filled ? "unifiedSocialCreditCode" : name
  return backfilled({ ...edit, form: withValue(edit.form, source, "") }, ground)
}

/** Takes everything back (F7), the place in the form apart. */
export const allUndone = ({ form: { focus } }: Edit): Edit => ({
  ...emptyEdit,
  form: withFocus(emptyEdit.form, focus)
})

export type Verdict =
  | { readonly _tag: "Nothing" }
  | { readonly _tag: "Ready" }
  | { readonly _tag: "Refused"; readonly refusal: Refusal }

/** What the rules say of the edit as it stands; the registry is asked later. */
export const verdict = (edit: Edit, ground: Ground): Verdict => {
  const { before, policy, role, verified } = ground
  const judged = rules.EnterpriseEntry.apply(before, editOf(edit), policy).pipe(
    Either.flatMap(({ enterprise }) => rules.EnterpriseEditLimit.check(before, enterprise, policy, verified)),
    Either.flatMap((enterprise) => rules.LockedFields.checkSeat({ role, enterprise: before }, enterprise))
  )
  if (Either.isLeft(judged)) return { _tag: "Refused", refusal: judged.left }
  return enterpriseFields.every((field) => judged.right[field] === before[field])
    ? { _tag: "Nothing" }
    : { _tag: "Ready" }
}

/** What is wrong with one field that something was typed into. */
export const problemIn = (name: EnterpriseField, edit: Edit, { before, policy }: Ground): string | undefined =>
  isBlankField(valueOf(edit.form, name))
    ? undefined
    : rules.EnterpriseEntry.problemOf(name, typedOver(before, edit), policy)

export type EnterpriseEdited = ResultOf<"EditEnterprise">

export interface EnterpriseState {
  readonly acting: ActingState
  readonly ground?: Ground
  readonly username: string
  readonly edit: Edit
  readonly refusal?: Refusal | undefined
  /** What saving would do, as the rehearsal said. */
  readonly preview?: { readonly rehearsal: Rehearsal<EnterpriseEdited>; readonly form: FormState<"back" | "save"> }
  readonly saved?: EnterpriseEdited
}

export const initial = (route: AccountRoute): EnterpriseState => ({
  acting: actingForm(route),
  username: "",
  edit: emptyEdit
})
