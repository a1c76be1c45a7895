/** What a bank, or somebody on the way back from it, can do wrong. */
export const bankFaults = [
  /** The site answers with 500 or 429, or the last page leads nowhere. */
  "http-500",
  "http-429",
  "never-returns",
  /** A parameter was changed after it was signed. */
  "tampered",
  "unsigned",
  /** Signed with a key that is not this bank's. */
  "another-key",
  /** Rightly signed, but about another account, request or nonce, or under another bank's name. */
  "another-account",
  "another-request",
  "another-nonce",
  "another-bank",
  /** Rightly signed an hour ago, or an hour ahead. */
  "stale",
  "future",
  "unknown-outcome",
  "missing-parameter",
  "extra-parameter",
  "duplicate-parameter",
  "double-encoded",
  /** Plus signs where the encoded form has %2B and %20. */
  "loose-plus",
  "truncated",
  "garbage-bytes",
  /** Other names for the same values: another version of the interface. */
  "wrong-names"
] as const
export type BankFault = (typeof bankFaults)[number]
