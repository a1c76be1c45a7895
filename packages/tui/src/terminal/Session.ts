import type { Actor, Role, StaffRole } from "@single-window/core"

/** Who works at this terminal. */
export interface Session {
  readonly actor: Actor
  /** The user name, the name of staff, or the end of a card's number. */
  readonly name: string
  readonly role: Role | StaffRole | "legal-person-card" | undefined
  readonly enterprise?: string | undefined
  /** Whether the initial password must be changed before anything else. */
  readonly restricted: boolean
  readonly since: number
}

export const isStaff = (session: Session | undefined): boolean => session?.actor._tag === "Staff"

/** Whether somebody who comes in is the one who was locked out: the account, the card, or the name and role of staff. */
export const samePerson = ({ actor: one }: Session, { actor: other }: Session): boolean => {
  if (one._tag === "AccountHolder" && other._tag === "AccountHolder") return one.account === other.account
  if (one._tag === "LegalPersonCard" && other._tag === "LegalPersonCard") return one.cardNumber === other.cardNumber
  return one._tag === "Staff" && other._tag === "Staff" && one.name === other.name && one.role === other.role
}

/** Whether operators of an enterprise are theirs to manage. */
export const managesOperators = ({ role, actor }: Session): boolean =>
  role === "administrator" ||
  role === "legal-person-card" ||
  (actor._tag === "AccountHolder" && actor.entrance === "legal-person")

/** How long nobody may type, how long a session lasts at most, and how early that is told (milliseconds). */
export interface SessionLimits {
  readonly idle: number
  readonly absolute: number
  readonly warning: number
}

export const sessionLimits = (environment: Readonly<Record<string, string | undefined>>): SessionLimits => {
  const minutes = Number(environment.SINGLE_WINDOW_IDLE_MINUTES ?? "15")
  const idle = (Number.isFinite(minutes) && minutes > 0 && minutes <= 15 ? minutes : 15) * 60_000
  return { idle, absolute: 12 * 60 * 60_000, warning: Math.min(150_000, idle / 2) }
}

/** What ends a session: nobody types, or it has lasted as long as one may. */
export type Limit = "idle" | "absolute"

export type Standing =
  | { readonly _tag: "Open"; readonly left: number }
  | { readonly _tag: "Warning"; readonly left: number; readonly by: Limit }
  | { readonly _tag: "Locked" }

/** How a session stands at a moment. */
export const standing = (since: number, lastKey: number, now: number, limits: SessionLimits): Standing => {
  const idle = lastKey + limits.idle - now
  const absolute = since + limits.absolute - now
  const left = Math.min(idle, absolute)
  if (left <= 0) return { _tag: "Locked" }
  return left <= limits.warning
    ? { _tag: "Warning", left, by: absolute < idle ? "absolute" : "idle" }
    : { _tag: "Open", left }
}
