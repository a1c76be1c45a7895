export * as Mock from "./mock/index.js"
export * as Personas from "./personas/index.js"
export * as World from "./world/index.js"
