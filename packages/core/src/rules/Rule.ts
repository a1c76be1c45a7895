import type { RuleId } from "../domain/RuleId.js"

/** Whether the manual says it, or it is our reading where the manual is silent. */
export type Basis = "manual" | "assumed"

/** A sentence for people, Chinese first. */
export interface Says {
  readonly zh: string
  readonly en: string
}

/** A row of the catalogue: one file of this folder. */
export interface Rule {
  readonly module: string
  /** The manual's rules that the file enforces. */
  readonly ids: ReadonlyArray<RuleId>
  /** Where the manual says it. */
  readonly section: string
  readonly basis: Basis
  readonly says: Says
}
