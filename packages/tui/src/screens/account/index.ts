import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { isStaff } from "../../terminal/Session.js"
import { en } from "./en.js"
import { type AccountState, initial } from "./model.js"
import { AccountView } from "./View.js"
import { type AccountWordsHere, zhCN } from "./zhCN.js"

/** One account: who it is, masked; how it is certified; what happened to it, why it stands where it stands, and what can be done. */
export const account = screen<Extract<Route, { _tag: "Account" }>, AccountState, AccountWordsHere>({
  words: { zh: zhCN, en },
  title: ({ own }, { username }) => (username === "" ? own : username),
  initial: () => initial,
  View: AccountView,
  command: {
    names: ["account", "详情"],
    key: "d",
    // Without a name it is the own one, which staff have not.
    route: ([username], session) =>
      username === undefined && isStaff(session) ? undefined : { _tag: "Account", username: username ?? "" },
    may: ({ actor }) => actor._tag === "AccountHolder" || actor._tag === "Staff"
  }
})
