import type { HistoryEntry, Policy } from "@single-window/core"
import { alike } from "./alike.js"
import type { Report } from "./Invariant.js"
import type { Life } from "./Life.js"

/** What an outside party said during a command. */
export interface Answer {
  readonly port: string
  /** A verdict's tag, `yes` or `no`, or the tag of what kept it from answering. */
  readonly said: string
  /** What it was about: the values that were asked, or those that the answer names. */
  readonly about?: Readonly<Record<string, unknown>>
}

/** What is known beside the journal itself. */
export interface Surroundings {
  readonly policy: Policy
  /** What the outside said during the command of that moment; absent where nobody listened. */
  readonly evidence?: ((account: string, at: number) => ReadonlyArray<Answer>) | undefined
  /** Any other account as it stands now. */
  readonly lifeOf: (id: string) => Life | undefined
  /** Bank requests that had their answer, on whichever account. */
  readonly bankRequestsAnswered: Set<string>
}

/** An entry of the journal with the life it happens to. */
export interface Happening<Event extends HistoryEntry["event"] = HistoryEntry["event"]> {
  readonly life: Life
  readonly entry: HistoryEntry
  readonly event: Event
  readonly around: Surroundings
  readonly report: Report
}

/** Whether a port said this during the command, and about these values; where nobody listened, one has to believe it. */
export const wasSaid = (
  { life, entry, around }: Happening,
  port: string,
  said: string,
  about: Readonly<Record<string, unknown>> = {}
): boolean =>
  around.evidence === undefined ||
  around
    .evidence(life.id, entry.at)
    .some(
      (answer) =>
        answer.port === port &&
        answer.said === said &&
        Object.entries(about).every(([key, value]) => alike(answer.about?.[key], value))
    )
