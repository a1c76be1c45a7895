export { type KeyFileOptions, layer, layerConfig, layerKeyFile } from "./layer.js"
