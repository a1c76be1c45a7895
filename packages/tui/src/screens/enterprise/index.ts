import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { mayEdit, routeOf, titleOf } from "../acting/model.js"
import { en } from "./en.js"
import { type EnterpriseState, initial } from "./model.js"
import { EnterpriseView } from "./View.js"
import { type EnterpriseWords, zhCN } from "./zhCN.js"

/** 企业信息修改: two of three fields at most, counted as one types. */
export const enterprise = screen<Extract<Route, { _tag: "EditEnterprise" }>, EnterpriseState, EnterpriseWords>({
  words: { zh: zhCN, en },
  title: ({ title }, route) => titleOf(title, route),
  initial,
  View: EnterpriseView,
  command: {
    names: ["enterprise", "企业"],
    key: "e",
    route: (words) => ({ _tag: "EditEnterprise", ...routeOf(words) }),
    may: mayEdit
  }
})
