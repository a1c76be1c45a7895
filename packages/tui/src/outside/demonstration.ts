/** A fact of a store that was made to demonstrate: only there may a mock answer without being asked for by name. */
export const DEMONSTRATION = "demonstration"
