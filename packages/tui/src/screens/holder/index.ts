import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { mayEdit, routeOf, titleOf } from "../acting/model.js"
import { en } from "./en.js"
import { type HolderState, initial } from "./model.js"
import { HolderView } from "./View.js"
import { type HolderWords, zhCN } from "./zhCN.js"

/** 个人用户信息修改: what saving would void is said before it is saved. */
export const holder = screen<Extract<Route, { _tag: "EditHolder" }>, HolderState, HolderWords>({
  words: { zh: zhCN, en },
  title: ({ title }, route) => titleOf(title, route),
  initial,
  View: HolderView,
  command: {
    names: ["identity", "身份"],
    key: "i",
    route: (words) => ({ _tag: "EditHolder", ...routeOf(words) }),
    may: mayEdit
  }
})
