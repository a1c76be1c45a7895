import { Limited, type PortName, Unavailable } from "@single-window/core"
import * as Data from "effect/Data"

/** Why a source gave no answer that can be used. */
export type Reason =
  /** No connection: nothing of the question has left. */
  | "unreachable"
  /** The other end did not prove who it is. */
  | "not-trusted"
  | "broken-off"
  | "late"
  | "too-large"
  | "not-json"
  | "server-error"
  | "not-understood"
  | "about-another"
  | "unknown-code"
  /** The source says that it, or what it asks in turn, is down. */
  | "outage"
  /** The source says that our account with it is not in order. */
  | "account"
  | "limited"
  /** The breaker is open. */
  | "not-asked"

/** A question without an answer. `code` is the source's own word for it, letters and digits only, never a text of the source. */
export class Trouble extends Data.TaggedClass("Trouble")<{
  readonly reason: Reason
  readonly code?: string | undefined
  readonly askAgainAt?: number | undefined
}> {}

/** A code that may be shown to staff: a text, or a long number, could hold what was asked. */
export const plainCode = (code: unknown): string | undefined =>
  typeof code === "string" && /^-?[A-Za-z0-9][A-Za-z0-9_./]{0,63}$/.test(code) && !/[0-9]{5}/.test(code)
    ? code
    : undefined

/** Whether it says that the source is in trouble, rather than this one question. */
export const countsAgainstSource = ({ reason }: Trouble): boolean => reason !== "limited" && reason !== "unknown-code"

/** How far a question may be put again by itself: never, only when nothing of it has left, or whenever it was not answered. */
export type Repeat = "never" | "if-unsent" | "if-unanswered"

const passing: ReadonlyArray<Reason> = ["unreachable", "broken-off", "server-error"]

export const worthRepeating =
  (repeat: Repeat) =>
  ({ reason }: Trouble): boolean =>
    repeat === "if-unanswered" ? passing.includes(reason) : repeat === "if-unsent" && reason === "unreachable"

/** Trouble in the words of the ports. `source` names vendor and call. */
export const toPort = (port: PortName, source: string, trouble: Trouble): Limited | Unavailable => {
  const { askAgainAt, code, reason } = trouble
  if (reason === "limited") return new Limited({ port, ...(askAgainAt === undefined ? {} : { until: askAgainAt }) })
  const detail = `${source}: ${reason}${code === undefined ? "" : ` (${code})`}`
  return new Unavailable({ port, detail, ...(askAgainAt === undefined ? {} : { retryAt: askAgainAt }) })
}
