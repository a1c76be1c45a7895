import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { managesOperators } from "../../terminal/Session.js"
import { en } from "./en.js"
import { type AddOperatorState, initial } from "./model.js"
import { AddOperatorView } from "./View.js"
import { type AddOperatorWords, zhCN } from "./zhCN.js"

/** 新增无卡操作员. */
export const addOperator = screen<Extract<Route, { _tag: "AddOperator" }>, AddOperatorState, AddOperatorWords>({
  words: { zh: zhCN, en },
  title: ({ title }) => title,
  initial: () => initial,
  View: ({ state, set, words }) => <AddOperatorView state={state} set={set} words={words} />,
  command: {
    names: ["add", "新增"],
    route: () => ({ _tag: "AddOperator" }),
    may: (session) => managesOperators(session) && !session.restricted
  }
})
