import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { mayEdit, routeOf, titleOf } from "../acting/model.js"
import { type CertifyState, initial } from "./model.js"
import { CertifyView } from "./View.js"
import { certifyWords } from "./words.js"
import type { CertifyWords } from "./zhCN.js"

/** 用户实名认证: the three methods, what each needs, and how far each got. */
export const certify = screen<Extract<Route, { _tag: "Certify" }>, CertifyState, CertifyWords>({
  words: certifyWords,
  title: ({ title }, route) => titleOf(title, route),
  initial,
  View: CertifyView,
  command: {
    names: ["certify", "认证"],
    key: "c",
    route: (words) => ({ _tag: "Certify", ...routeOf(words) }),
    may: mayEdit
  }
})
