import type { Route } from "../../terminal/Route.js"
import { screen } from "../../terminal/Screen.js"
import { isStaff } from "../../terminal/Session.js"
import { en } from "./en.js"
import { type ImportState, initial } from "./model.js"
import { ImportView } from "./View.js"
import { type ImportWords, zhCN } from "./zhCN.js"

/** Accounts of an older system come over: a dry run first, then the import, which can be cut off anywhere. */
export const importing = screen<Extract<Route, { _tag: "Import" }>, ImportState, ImportWords>({
  words: { zh: zhCN, en },
  title: ({ title }) => title,
  initial: () => initial,
  View: ImportView,
  command: { names: ["import", "导入", "迁移"], key: "m", route: () => ({ _tag: "Import" }), may: isStaff }
})
