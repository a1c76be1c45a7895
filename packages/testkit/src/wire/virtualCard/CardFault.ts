/** What a card can do wrong, each at one of its commands. */
export const cardFaults = [
  /** Takes the command and never answers. */
  "silence",
  /** The right answer, after the deadline. */
  "late",
  /** The right answer, a byte at a time, slowly. */
  "drip",
  /** Leaves the reader instead of answering, the command done. */
  "pulled",
  /** 6F00: something went wrong. */
  "error",
  /** 9303 and the like: not now. */
  "busy",
  /** A single byte: no status word. */
  "stub",
  /** Half of the data, and a status word that says all is well. */
  "truncated",
  /** Always more to fetch. */
  "endless",
  /** Random bytes of the right length. */
  "garbage",
  /** What another card says, which is as genuine as this one. */
  "another-card",
  /** A signature that this card gave before. */
  "replayed-signature"
] as const
export type CardFault = (typeof cardFaults)[number]

/** The commands that a user action takes, by what they are for. */
export const cardCommands = ["select", "read", "verify", "sign"] as const
export type CardCommand = (typeof cardCommands)[number]
