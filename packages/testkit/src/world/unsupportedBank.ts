import type { BankCode } from "@single-window/core"

/** A bank that nobody supports and that no bank is called, so that adding one to the policy changes no story. */
export const unsupportedBank: BankCode = "NOBANK"
