import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { en } from "./en.js"
import { type DeleteOperatorState, initial } from "./model.js"
import { DeleteOperatorView } from "./View.js"
import { type DeleteOperatorWords, zhCN } from "./zhCN.js"

/** 删除, confirmed by typing the user name. */
export const deleteOperator = screen<
  Extract<Route, { _tag: "DeleteOperator" }>,
  DeleteOperatorState,
  DeleteOperatorWords
>({
  words: { zh: zhCN, en },
  title: ({ title }, { username }) => title(username),
  initial: () => initial,
  View: DeleteOperatorView
})
