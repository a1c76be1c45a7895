export * from "./AccountEvent.js"
export * from "./AccountLife.js"
