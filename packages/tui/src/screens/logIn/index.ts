import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { en } from "./en.js"
import { initial, type LogInState } from "./model.js"
import { LogInView } from "./View.js"
import { type LogInWords, zhCN } from "./zhCN.js"

/** By password and captcha, or by card. */
export const logIn = screen<Extract<Route, { _tag: "LogIn" }>, LogInState, LogInWords>({
  words: { zh: zhCN, en },
  title: ({ title }) => title,
  initial: () => initial,
  View: LogInView
})
