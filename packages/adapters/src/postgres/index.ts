export { shown } from "./address.js"
export { layer, layerConfig } from "./layer.js"
export { clearIf, isNew, type Server, server } from "./look.js"
export type { PostgresOptions } from "./PostgresOptions.js"
