import type { RefusalTag } from "@single-window/core"
import type { Answer } from "../invariants/followed.js"
import type { Deed } from "./life/Visit.js"

/** How a command ended. */
export type Ending = "done" | "unheard" | "defect" | RefusalTag

/** A command as it was sent, and what came of it. */
export interface Logged {
  /** Counts from 1. */
  readonly number: number
  readonly at: number
  readonly deed: Deed
  readonly ending: Ending
  readonly answers: ReadonlyArray<Answer>
  /** The ids of the accounts that it wrote to. */
  readonly wrote: ReadonlyArray<string>
  /** The id of the account it was about, if that was known. */
  readonly account: string | undefined
  /** Why it was sent a second time, or by somebody who might not: no part of the story. */
  readonly mishap?: "again" | "same-key" | "stale"
}
