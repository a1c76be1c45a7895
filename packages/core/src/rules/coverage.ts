import { banksAndOperators } from "./coverage/banksAndOperators.js"
import { certification } from "./coverage/certification.js"
import { information } from "./coverage/information.js"
import type { Covered } from "./coverage/row.js"

export type { Covered, Enforced } from "./coverage/row.js"

/** Every rule of the manual once, in the manual's order, with where it is kept. */
export const coverage: ReadonlyArray<Covered> = [...information, ...certification, ...banksAndOperators]
