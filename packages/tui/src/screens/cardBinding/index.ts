import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { actingForm, mayEdit, routeOf, titleOf } from "../acting/model.js"
import { en } from "./en.js"
import { type CardBindingState, CardBindingView, noPin } from "./View.js"
import { type CardBindingWords, zhCN } from "./zhCN.js"

/** 绑卡 and 解除绑卡. */
export const cardBinding = screen<Extract<Route, { _tag: "CardBinding" }>, CardBindingState, CardBindingWords>({
  words: { zh: zhCN, en },
  title: ({ title }, route) => titleOf(title, route),
  initial: (route) => ({ acting: actingForm(route), card: noPin, sure: false }),
  View: CardBindingView,
  command: {
    names: ["card", "绑卡"],
    route: (words) => ({ _tag: "CardBinding", ...routeOf(words) }),
    may: mayEdit
  }
})
