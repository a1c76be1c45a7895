export * as LedgerConformance from "./ledger.js"
export * as StoreConformance from "./store.js"
