import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { en } from "./en.js"
import { HelpView } from "./View.js"
import { type HelpWords, zhCN } from "./zhCN.js"

/** What the keys do on the screen below, made from what is live there. */
export const help = screen<Extract<Route, { _tag: "Help" }>, null, HelpWords>({
  words: { zh: zhCN, en },
  title: (words, { title }) => words.title(title),
  initial: () => null,
  View: HelpView
})
