export * from "./assess.js"
export type { MigratedAccount } from "./canonicalAccount.js"
export * from "./MigratedRow.js"
export * from "./Reason.js"
