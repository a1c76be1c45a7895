export { CardProfile, type CardProfileInput } from "./CardProfile.js"
export { layer, layerConfig } from "./layer.js"
export type { PcscCardOptions } from "./PcscCardOptions.js"
