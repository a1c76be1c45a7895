import type { RouteTag } from "../../src/terminal/Route.js"

/** A screen that is held to how it looks: who opens it, by which keys from home (or from the log-in), and what shows once it is whole. */
export interface Capture {
  readonly name: string
  /** The screen that is seen. */
  readonly of: RouteTag
  readonly as: "nobody" | "longest" | "administrator" | "staff"
  /** A pattern is waited for before the next key. */
  readonly keys: ReadonlyArray<string | RegExp>
  readonly shows: string | RegExp
}

/** Every screen. A new one is one line here; `UPDATE_CAPTURES=1 npx vitest run packages/tui/test/terminal/captures.test.ts` writes its looks. */
export const captures: ReadonlyArray<Capture> = [
  { name: "log-in", of: "LogIn", as: "nobody", keys: [], shows: /\d+ 加 \d+/ },
  { name: "log-in-help", of: "LogIn", as: "nobody", keys: ["F1"], shows: "通用" },
  { name: "home-administrator", of: "Home", as: "longest", keys: [], shows: "接下来" },
  { name: "change-password", of: "ChangePassword", as: "longest", keys: ["p"], shows: "当前密码" },
  { name: "operators", of: "Operators", as: "longest", keys: ["o"], shows: "命中 1/1" },
  { name: "add-operator", of: "AddOperator", as: "longest", keys: ["o", "n"], shows: "必填 8 项" },
  { name: "operators-many", of: "Operators", as: "administrator", keys: ["o", /命中 10/, "v"], shows: "命中 11/11" },
  {
    name: "delete-operator",
    of: "DeleteOperator",
    as: "administrator",
    keys: ["o", /选中 {2}ciq_qi_180/, "d"],
    shows: "(陈**, 迁移用户)"
  },
  {
    name: "reset-password",
    of: "ResetPassword",
    as: "administrator",
    keys: ["o", /选中 {2}ciq_qi_180/, "p"],
    shows: "限期 72 小时"
  },
  {
    name: "reset-passwords",
    of: "ResetPassword",
    as: "administrator",
    keys: ["o", /选中 {2}ciq_qi_180/, "Space", "j", "Space", /已选 2/, "p"],
    shows: "输入数目 2"
  },
  {
    name: "recreate-operator",
    of: "RecreateOperator",
    as: "administrator",
    keys: ["o", /选中 {2}ciq_qi_180/, "c"],
    shows: "不继承原"
  },
  { name: "edit-enterprise", of: "EditEnterprise", as: "longest", keys: ["e"], shows: "已用 0 / 2" },
  { name: "edit-identity", of: "EditHolder", as: "longest", keys: ["i"], shows: "留空的项目不改" },
  { name: "certify", of: "Certify", as: "longest", keys: ["c"], shows: "本功能只适用于" },
  { name: "card-binding", of: "CardBinding", as: "longest", keys: ["c", "b"], shows: "[没有绑卡]" },
  { name: "journal-own", of: "Journal", as: "longest", keys: ["l"], shows: /命中 [1-9]/ },
  { name: "acting", of: "Certify", as: "staff", keys: ["c"], shows: "工作人员替账号归属人办理" },
  { name: "accounts", of: "Accounts", as: "staff", keys: ["a"], shows: /命中 173 {2}已选 0 *\n/ },
  {
    name: "certify-journey",
    of: "Journey",
    as: "staff",
    keys: ["c", /工作人员替/, ..."GUA-1128", /\[GUA-1128/, "Tab", "o", "k", /\[ok/, "Enter", /级别 高/, "Enter"],
    shows: "开始前请准备好"
  },
  {
    name: "account",
    of: "Account",
    as: "staff",
    keys: ["a", /命中 \d+ /, "j", /选中行 {2}administratorlong1/, "Enter"],
    shows: "认证方式"
  },
  { name: "rules", of: "Rules", as: "staff", keys: ["u"], shows: "命中 67/67" },
  { name: "journal", of: "Journal", as: "staff", keys: ["l"], shows: /命中 [1-9]/ },
  { name: "health", of: "Health", as: "staff", keys: ["h"], shows: "检查于" },
  { name: "funnel", of: "Funnel", as: "staff", keys: ["f"], shows: "数于" },
  { name: "import", of: "Import", as: "staff", keys: ["m"], shows: "试运行不写入任何数据" },
  { name: "home-staff", of: "Home", as: "staff", keys: [], shows: "认证已失效" }
]
