export * from "./domain/index.js"
export * from "./flows/index.js"
export * from "./ports/index.js"
export * from "./store/index.js"
