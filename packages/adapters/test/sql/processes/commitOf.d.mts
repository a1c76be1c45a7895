import type { LedgerCommit } from "@single-window/core"

export declare const commitOf: (
  stream: string,
  sketch?: { readonly claim?: ReadonlyArray<string>; readonly state?: string }
) => LedgerCommit
