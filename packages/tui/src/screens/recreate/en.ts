import { en as adding } from "../addOperator/en.js"
import type { AddOperatorWords } from "../addOperator/zhCN.js"

export const en: AddOperatorWords = {
  ...adding,
  title: "Recreate",
  hints: { ...adding.hints, username: "the old name, letter by letter" }
}
