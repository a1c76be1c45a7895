import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { en } from "./en.js"
import { type ChangePasswordState, initial } from "./model.js"
import { ChangePasswordView } from "./View.js"
import { type ChangePasswordWords, zhCN } from "./zhCN.js"

/** A new password: the one thing that an account with its initial password can do. */
export const changePassword = screen<
  Extract<Route, { _tag: "ChangePassword" }>,
  ChangePasswordState,
  ChangePasswordWords
>({
  words: { zh: zhCN, en },
  title: ({ title }) => title,
  initial: () => initial,
  View: ChangePasswordView,
  command: {
    names: ["password", "改密"],
    key: "p",
    route: () => ({ _tag: "ChangePassword" }),
    may: ({ actor }) => actor._tag === "AccountHolder"
  }
})
