export * as LedgerConformance from "./ledger.js"
