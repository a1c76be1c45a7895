import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { en } from "./en.js"
import { initial, type JournalState } from "./model.js"
import { JournalView } from "./View.js"
import { type JournalWords, zhCN } from "./zhCN.js"

/** What happened, as far as it concerns whoever looks: everything for staff, an enterprise's users for who manages them, else one's own. */
export const journal = screen<Extract<Route, { _tag: "Journal" }>, JournalState, JournalWords>({
  words: { zh: zhCN, en },
  title: ({ title, titleOf }, { username }) => (username === "" ? title : titleOf(username)),
  initial: () => initial(""),
  View: JournalView,
  command: {
    names: ["journal", "日志", "history"],
    key: "l",
    route: ([username = ""]) => ({ _tag: "Journal", username }),
    may: () => true
  }
})
