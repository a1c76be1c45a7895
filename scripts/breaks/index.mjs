import { banksAndOperators } from "./banksAndOperators.mjs"
import { certification } from "./certification.mjs"
import { commands } from "./commands.mjs"
import { flows } from "./flows.mjs"
import { information } from "./information.mjs"

/** Every break, in the manual's order. */
export const breaks = [...information, ...certification, ...banksAndOperators, ...flows, ...commands]
