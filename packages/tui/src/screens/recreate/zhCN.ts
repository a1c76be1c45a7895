import { type AddOperatorWords, zhCN as adding } from "../addOperator/zhCN.js"

export const zhCN: AddOperatorWords = {
  ...adding,
  title: "重建",
  hints: { ...adding.hints, username: "逐字输入原用户名" }
}
