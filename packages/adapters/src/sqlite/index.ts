export { isNew } from "./file.js"
export { layer, layerConfig } from "./layer.js"
export type { SqliteOptions } from "./SqliteOptions.js"
export { filling, reading } from "./tables.js"
