/** A fact of a store that was made to demonstrate: only there may a mock answer without being asked for by name. */
export const DEMONSTRATION = "demonstration"

/** A fact of a store that was opened with a configuration of real verifiers: no mock answers there from then on. */
export const CONFIGURED = "configured"
