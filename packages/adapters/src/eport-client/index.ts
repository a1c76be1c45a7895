export { type CodeMeaning, codes } from "./codes.js"
export type { EportClientOptions } from "./EportClientOptions.js"
export { layer } from "./layer.js"
