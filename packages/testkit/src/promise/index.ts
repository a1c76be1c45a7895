export { type PreparedAccounts, preparedAccounts, type Setting } from "./prepared.js"
export { type Answered, type DoOptions, open, type TestWindow } from "./TestWindow.js"
