import type { AccountView, Language } from "@single-window/core"
import { data, fitted, type Row, row, span, widthOf } from "../../terminal/Row.js"
import { accountWords } from "../../text/accounts/index.js"
import { remarkIn } from "../../text/accounts/remarkIn.js"
import { certificationOf, type FilterProblem, fieldNames } from "./filter.js"
import type { AccountsWords } from "./zhCN.js"

export const problemText = (problem: FilterProblem, words: AccountsWords, language: Language): string => {
  switch (problem._tag) {
    case "UnknownField":
      return words.unknownField(problem.field, problem.near, fieldNames(language))
    case "UnknownValue":
      return words.unknownValue(problem.field, problem.value, problem.values)
    case "TailTooLong":
      return words.tailTooLong
  }
}

const statusWord = ({ status }: AccountView, language: Language): string =>
  status === "active" ? accountWords[language].status.active : `[${accountWords[language].status[status]}]`

export const cellsIn =
  (language: Language) =>
  (account: AccountView): ReadonlyArray<string> => {
    const words = accountWords[language]
    return [
      account.username,
      account.holder.name,
      statusWord(account, language),
      words.certification[certificationOf(account)],
      words.level[account.level],
      words.origin[account.origin],
      account.enterprise.name
    ]
  }

export const columnsIn = (words: AccountsWords, columns: number) => {
  const shown = columns < 70 ? words.columns.slice(0, 4) : words.columns
  const taken = shown.reduce((sum, [, width]) => sum + width + 2, 3)
  return [
    ...shown.map(([title, width]) => ({ title, width })),
    ...(columns < 70 ? [] : [{ title: words.enterprise, width: Math.max(4, columns - taken) }])
  ]
}

/** What does not fit here ends in two dots, and stands whole on the account's own screen. */
export const selectedRows = (
  account: AccountView,
  words: AccountsWords,
  language: Language,
  columns: number
): ReadonlyArray<Row> => {
  const names = accountWords[language]
  const { holder, enterprise, role } = account
  const remark = remarkIn(account, language)
  const document = names.document[holder.document.type as keyof typeof names.document] ?? holder.document.type
  const name = data(enterprise.name)
  const code = `   ${words.code} ${data(enterprise.unifiedSocialCreditCode)}`
  return [
    row(
      "  ",
      span(words.selected, "strong"),
      `  ${data(account.username)}  ${names.role[role]}   ${words.document} `,
      data(`${document} ${holder.document.number}`)
    ),
    row(`  ${fitted(name, Math.min(widthOf(name), columns - 2 - widthOf(code)))}${code}`),
    row(remark === "" ? "" : `  ${fitted(`${words.remark} ${data(remark)}`, columns - 2).trimEnd()}`)
  ]
}
