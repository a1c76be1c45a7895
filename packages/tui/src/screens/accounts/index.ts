import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { isStaff } from "../../terminal/Session.js"
import { en } from "./en.js"
import { type AccountsState, initial } from "./model.js"
import { AccountsView } from "./View.js"
import { type AccountsWords, zhCN } from "./zhCN.js"

/** Every account, for staff: found by what the store can say of it, read in pages, exported as masked as it is shown. */
export const accounts = screen<Extract<Route, { _tag: "Accounts" }>, AccountsState, AccountsWords>({
  words: { zh: zhCN, en },
  title: ({ title }) => title,
  initial: ({ filter }) => initial(filter),
  View: AccountsView,
  command: {
    names: ["accounts", "账号", "帐号"],
    key: "a",
    route: (words) => ({ _tag: "Accounts", filter: words.join(" ") }),
    may: isStaff
  }
})
