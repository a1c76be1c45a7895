export { defaultEndpoint, type TencentCloudOptions } from "./Config.js"
export { layer, layerBankCard, layerConfig, layerIdCard } from "./layer.js"
export { codes } from "./Response.js"
