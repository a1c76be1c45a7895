import { Refused } from "../domain/Refused.js"

export class NotPermitted extends Refused("NotPermitted")<{}>({ rules: ["R-73"], remedies: ["AskAdministrator"] }) {}
/** There is no such account, or it is another enterprise's: the two are answered alike. */
export class NotFound extends Refused("NotFound")<{}>({ rules: [], remedies: ["Refill"] }) {}
/** Somebody else wrote first; read again and decide again. */
export class Stale extends Refused("Stale")<{}>({ rules: [], remedies: ["Refill"] }) {}

/** Who acts, as the permission table knows them. */
export const parties = [
  "anonymous",
  "personal",
  "operator",
  "administrator",
  "legal-person-card",
  "viewer",
  "clerk",
  "supervisor",
  "system"
] as const
export type Party = (typeof parties)[number]

/**
 * How far a permission reaches: `own` the actor's own account · `enterprise` accounts of the enterprise it manages ·
 * `any` every account, always with a reason that is kept · `yes` for what concerns no account yet.
 */
export type Reach = "own" | "enterprise" | "any" | "yes" | "no"

/** One row of the table: every party has a cell, so that a new party does not compile until each command answered for it. */
export type Permission = Readonly<Record<Party, Reach>>

const nobody: Permission = {
  anonymous: "no",
  personal: "no",
  operator: "no",
  administrator: "no",
  "legal-person-card": "no",
  viewer: "no",
  clerk: "no",
  supervisor: "no",
  system: "no"
}

const holders = { personal: "own", operator: "own", administrator: "own" } as const

/** Before anybody has logged in. */
export const toComeIn: Permission = { ...nobody, anonymous: "yes" }
export const toRegister: Permission = { ...nobody, anonymous: "yes", supervisor: "yes", system: "yes" }
/** What only the holder does. */
export const holderOnly: Permission = { ...nobody, ...holders }
/** What the holder does, and staff on the holder's request. */
export const holderOrClerk: Permission = { ...nobody, ...holders, clerk: "any", supervisor: "any" }
export const holderClerkOrSystem: Permission = { ...holderOrClerk, system: "any" }
/** the administrator or a legal-person card. */
export const administration: Permission = { ...nobody, administrator: "enterprise", "legal-person-card": "enterprise" }
export const supervision: Permission = { ...nobody, supervisor: "any" }
export const hostOrSupervisor: Permission = { ...nobody, supervisor: "yes", system: "yes" }
/** Reading, personal data masked. */
export const holderOrStaff: Permission = {
  ...nobody,
  ...holders,
  viewer: "any",
  clerk: "any",
  supervisor: "any",
  system: "any"
}
export const staffOnly: Permission = { ...nobody, viewer: "any", clerk: "any", supervisor: "any", system: "any" }
