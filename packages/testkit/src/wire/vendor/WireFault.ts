/** What can go wrong between a question and its answer, beside what the world says. */
export const wireFaults = [
  /** The connection is reset once the question has been read. */
  "reset",
  /** No answer ever. */
  "silence",
  /** The answer comes, a byte at a time. */
  "drip",
  "status-500",
  "status-429",
  /** The right answer under another content type. */
  "wrong-type",
  /** JSON that ends in the middle. */
  "truncated",
  /** The connection ends in the middle of the answer. */
  "broken-off",
  /** The right answer in a body of 100 MB. */
  "oversized",
  /** Ten megabytes of it packed into ten kilobytes. */
  "packed",
  /** JSON of another shape. */
  "wrong-schema",
  /** A well-formed "yes" about somebody else. */
  "another-person",
  /** The right answer under the mark of another request. */
  "another-request",
  /** Sent on to another address. */
  "redirect"
] as const
export type WireFaultName = (typeof wireFaults)[number]

/** A fault by name, or the very answer that is to be given. */
export type WireFault = WireFaultName | { readonly status?: number; readonly json: unknown }
