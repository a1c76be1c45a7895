/** What the control can do wrong on the wire, from the first byte of a line to the last of an answer. */
export const controlFaults = [
  /** The upgrade to a WebSocket is answered with 500, 429, or not at all. */
  "http-500",
  "http-429",
  "no-handshake",
  "reset",
  "silence",
  /** The right answer, one byte a second. */
  "drip",
  /** The right answer, after the deadline. */
  "late",
  "truncated-json",
  /** A hundred megabytes in one message. */
  "huge",
  "binary",
  /** The frames that only requests are made of. */
  "block-text",
  "not-json",
  "wrong-schema",
  "wrong-id",
  "wrong-method",
  "another-status",
  "unknown-code",
  /** Says that it worked, without the data. */
  "no-data",
  /** The certificate of the inserted card with another card's signature. */
  "another-card",
  /** A signature that this card gave before. */
  "replayed-signature",
  /** Signs something else than it was asked to. */
  "another-text"
] as const
export type ControlFault = (typeof controlFaults)[number]

/** Faults that happen before there is a line. */
export const beforeTheLine: ReadonlySet<ControlFault> = new Set(["http-500", "http-429", "no-handshake"])
