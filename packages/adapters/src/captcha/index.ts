export { layer } from "./memory.js"
export { layerShared } from "./shared.js"
