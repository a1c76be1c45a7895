export * from "./AccountEvent.js"
export * from "./AccountLife.js"
export * from "./migration/index.js"
