export * from "./MigratedRow.js"
