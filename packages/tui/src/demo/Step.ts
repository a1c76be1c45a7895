import type { CommandName, PortName, RefusalTag } from "@single-window/core"
import type { World } from "@single-window/testkit"

/** A sentence for people, Chinese first. */
export interface Says {
  readonly zh: string
  readonly en: string
}

/** Something that happens outside before a step: a card goes in, a service fails. */
export type Before =
  | { readonly insert: string }
  | { readonly remove: true }
  | { readonly fault: PortName; readonly next: ReadonlyArray<World.FaultAnswer> }

/** A command at the front door, and how it must end. */
export interface CommandStep {
  readonly title: Says
  /** As `do --as` takes it. */
  readonly as: string
  readonly do: CommandName
  readonly with?: unknown
  readonly on?: string
  readonly reason?: string
  /** Says what would happen and writes nothing. */
  readonly dryRun?: boolean
  /** The refusal that is shown, with its ways out; none when the command succeeds. */
  readonly refused?: RefusalTag
  readonly before?: Before
}

/** What is no command: a look at the file, at an account, at the journal. */
export interface OtherStep {
  readonly title: Says
  readonly as: string
  readonly other: "screen" | "ImportMigratedAccounts" | "Completeness" | "ListOperators" | "journal verify"
}

export type Step = CommandStep | OtherStep

export interface Chapter {
  readonly title: Says
  readonly steps: ReadonlyArray<Step>
}
