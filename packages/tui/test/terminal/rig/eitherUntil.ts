import type { RigTerminal } from "./openTerminal.js"

/** Until something holds of two terminals: either may be the one that draws last, and only what one draws makes it look again. */
export const eitherUntil = async (one: RigTerminal, other: RigTerminal, holds: () => boolean): Promise<void> => {
  if (!holds()) await Promise.any([one.until(holds), other.until(holds)])
}
