export { type ModelOptions, type ModelReport, runModel } from "./run.js"
export { kinds } from "./themes.js"
