import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { isStaff } from "../../terminal/Session.js"
import { en } from "./en.js"
import { type FunnelState, initial } from "./model.js"
import { FunnelView } from "./View.js"
import { type FunnelWords, zhCN } from "./zhCN.js"

/** How far the accounts have come with certification, and what is in the way of those that have not. */
export const funnel = screen<Extract<Route, { _tag: "Funnel" }>, FunnelState, FunnelWords>({
  words: { zh: zhCN, en },
  title: ({ title }) => title,
  initial: () => initial,
  View: FunnelView,
  command: {
    names: ["funnel", "漏斗"],
    key: "f",
    route: () => ({ _tag: "Funnel" }),
    may: isStaff
  }
})
