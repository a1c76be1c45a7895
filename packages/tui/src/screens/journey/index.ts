import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { en } from "./en.js"
import { initial, type JourneyState } from "./model.js"
import { JourneyScreen } from "./View.js"
import { type JourneyWords, zhCN } from "./zhCN.js"

/** One certification by one method, step after step, from where the account's open journey stands. */
export const journey = screen<Extract<Route, { _tag: "Journey" }>, JourneyState, JourneyWords>({
  words: { zh: zhCN, en },
  title: ({ titles }, { method }) => titles[method],
  initial,
  View: JourneyScreen
})
