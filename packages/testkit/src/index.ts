export * as Mock from "./mock/index.js"
export * as World from "./world/index.js"
