export { shown } from "./address.js"
export { layer, layerConfig } from "./layer.js"
export type { PostgresOptions } from "./PostgresOptions.js"
