export { type KeyFileOptions, layer, layerConfig, layerKeyFile, layerPassing, profileConfig } from "./layer.js"
export type { Profile } from "./Suite.js"
export { sealedBy } from "./sealedBy.js"
