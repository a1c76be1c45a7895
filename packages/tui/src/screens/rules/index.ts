import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { en } from "./en.js"
import { initial, type RulesState } from "./model.js"
import { RulesView } from "./View.js"
import { type RulesWords, zhCN } from "./zhCN.js"

/** The manual's rules with where each is kept: what staff answer when they are asked why. */
export const rules = screen<Extract<Route, { _tag: "Rules" }>, RulesState, RulesWords>({
  words: { zh: zhCN, en },
  title: ({ title }) => title,
  initial: ({ filter }) => initial(filter),
  View: RulesView,
  command: {
    names: ["rules", "规则"],
    key: "u",
    route: (words) => ({ _tag: "Rules", filter: words.join(" ") }),
    may: () => true
  }
})
