import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { en } from "./en.js"
import { type HomeState, initial } from "./model.js"
import { HomeView } from "./View.js"
import { type HomeWords, zhCN } from "./zhCN.js"

/** Where one stands, what is missing, and what to do next. */
export const home = screen<Extract<Route, { _tag: "Home" }>, HomeState, HomeWords>({
  words: { zh: zhCN, en },
  title: ({ title }) => title,
  initial: () => initial,
  View: HomeView
})
