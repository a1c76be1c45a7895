import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { en } from "./en.js"
import { initialFor, type ResetPasswordState } from "./model.js"
import { ResetPasswordView } from "./View.js"
import { type ResetPasswordWords, zhCN } from "./zhCN.js"

/** 重置密码, of one account or of all that are marked. */
export const resetPassword = screen<Extract<Route, { _tag: "ResetPassword" }>, ResetPasswordState, ResetPasswordWords>({
  words: { zh: zhCN, en },
  title: ({ title }, { usernames }) => title(usernames),
  initial: ({ usernames }) => initialFor(usernames),
  View: ResetPasswordView
})
