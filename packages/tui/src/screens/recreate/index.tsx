import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { type AddOperatorState, initial } from "../addOperator/model.js"
import { AddOperatorView } from "../addOperator/View.js"
import type { AddOperatorWords } from "../addOperator/zhCN.js"
import { en } from "./en.js"
import { zhCN } from "./zhCN.js"

/** Delete, then add under exactly the same user name, in one go; typing that name is the confirmation. */
export const recreate = screen<Extract<Route, { _tag: "RecreateOperator" }>, AddOperatorState, AddOperatorWords>({
  words: { zh: zhCN, en },
  title: ({ title }, { username }) => `${title} ${username}`,
  initial: () => initial,
  View: ({ route, state, set, words }) => (
    <AddOperatorView state={state} set={set} words={words} replaced={route.username} />
  )
})
