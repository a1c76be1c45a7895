export { layerFile, type SmsFileOptions } from "./file.js"
