import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { managesOperators } from "../../terminal/Session.js"
import { en } from "./en.js"
import { initial, type OperatorsState } from "./model.js"
import { OperatorsView } from "./View.js"
import { type OperatorsWords, zhCN } from "./zhCN.js"

/** 我的操作员: every user of the enterprise, and what its administrator can do about each. */
export const operators = screen<Extract<Route, { _tag: "Operators" }>, OperatorsState, OperatorsWords>({
  words: { zh: zhCN, en },
  title: ({ title }) => title,
  initial: () => initial,
  View: OperatorsView,
  command: {
    names: ["operators", "操作员"],
    key: "o",
    route: () => ({ _tag: "Operators" }),
    may: (session) => managesOperators(session) && !session.restricted
  }
})
