export { type AlibabaCloudOptions, defaultEndpoint, type RegistryOptions, type SmsOptions } from "./Config.js"
export { codes } from "./codes.js"
export { layer, layerBankCard, layerConfig, layerIdCard, layerRegistry, layerSms, layerSmsConfig } from "./layer.js"
export type { RegistryCall } from "./Request.js"
