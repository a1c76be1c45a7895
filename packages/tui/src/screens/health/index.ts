import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { isStaff } from "../../terminal/Session.js"
import { en } from "./en.js"
import { type HealthState, initial } from "./model.js"
import { HealthView } from "./View.js"
import { type HealthWords, zhCN } from "./zhCN.js"

/** Whether the store, the keys and whoever is asked outside are as they should be: the checks of `doctor`. */
export const health = screen<Extract<Route, { _tag: "Health" }>, HealthState, HealthWords>({
  words: { zh: zhCN, en },
  title: ({ title }) => title,
  initial: () => initial,
  View: HealthView,
  command: {
    names: ["health", "健康", "doctor"],
    key: "h",
    route: () => ({ _tag: "Health" }),
    may: isStaff
  }
})
