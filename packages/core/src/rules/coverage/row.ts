import type { RuleId } from "../../domain/RuleId.js"
import type { Basis, Says } from "../Rule.js"

/** Where a rule of the manual is kept: by a file of this folder, by another part, or by nothing that software can do. */
export type Enforced =
  | { readonly in: "rule"; readonly module: string }
  /** `where` is a module of the core, without its ending. */
  | { readonly in: "elsewhere"; readonly where: string }
  | { readonly in: "outside"; readonly why: Says }

/** One rule of the manual and where it is kept. */
export interface Covered {
  readonly id: RuleId
  readonly section: string
  readonly basis: Basis
  readonly says: Says
  readonly enforced: Enforced
}

const row =
  (basis: Basis) =>
  (id: RuleId, section: string, enforced: Enforced, zh: string, en: string): Covered => ({
    id,
    section,
    basis,
    says: { zh, en },
    enforced
  })

/** The manual says it, and it is kept as said. */
export const manual = row("manual")
/** The manual is silent or can be read in two ways; this is our reading. */
export const assumed = row("assumed")

export const rule = (module: string): Enforced => ({ in: "rule", module })
export const elsewhere = (where: string): Enforced => ({ in: "elsewhere", where })
export const outside = (zh: string, en: string): Enforced => ({ in: "outside", why: { zh, en } })
