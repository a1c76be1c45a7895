import type { AccountView } from "@single-window/core"
import * as Effect from "effect/Effect"
import { button } from "../../components/button.js"
import { field } from "../../components/field.js"
import { message } from "../../components/message.js"
import { refusalRows } from "../../components/refusal.js"
import { table } from "../../components/table.js"
import { filterForm, filterItems, filterText } from "../../form/Filter.js"
import { valueOf } from "../../form/Form.js"
import { formKeys } from "../../form/formKeys.js"
import { movedBy, within } from "../../form/List.js"
import { useDoor } from "../../hooks/useDoor.js"
import { useRun } from "../../hooks/useRun.js"
import { type Action, listKeys } from "../../keymap.js"
import { bodySize, Frame } from "../../terminal/Frame.js"
import type { Route } from "../../terminal/Route.js"
import { blank, data, type Row, row, span } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import { accountWords } from "../../text/accounts/index.js"
import { terminalWords } from "../../text/terminal/index.js"
import { csvHead, csvLine } from "./csv.js"
import { type Written, writeNew } from "./exportFile.js"
import { certificationOf, type FilterProblem, fieldNames, parsed } from "./filter.js"
import { type AccountsState, exportForm, exportItems, hit, keyOf, nextSort, rowsOf, toggled } from "./model.js"
import { KEPT } from "./paging.js"
import { readAll } from "./reading.js"
import { filterOf, useAccounts } from "./useAccounts.js"
import type { AccountsWords } from "./zhCN.js"

type Props = ScreenProps<Extract<Route, { _tag: "Accounts" }>, AccountsState, AccountsWords>
type Language = "zh" | "en"

const problemText = (problem: FilterProblem, words: AccountsWords, language: Language): string => {
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

const cellsIn =
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

const columnsIn = (words: AccountsWords, columns: number) => {
  const shown = columns < 70 ? words.columns.slice(0, 4) : words.columns
  const taken = shown.reduce((sum, [, width]) => sum + width + 2, 3)
  return [
    ...shown.map(([title, width]) => ({ title, width })),
    ...(columns < 70 ? [] : [{ title: words.enterprise, width: Math.max(4, columns - taken) }])
  ]
}

const selectedRows = (account: AccountView, words: AccountsWords, language: Language): ReadonlyArray<Row> => {
  const names = accountWords[language]
  const { holder, enterprise, remark = "", role } = account
  const document = names.document[holder.document.type as keyof typeof names.document] ?? holder.document.type
  return [
    row(
      "  ",
      span(words.selected, "strong"),
      `  ${data(account.username)}  ${names.role[role]}   ${words.document} `,
      data(`${document} ${holder.document.number}`)
    ),
    row(`  ${data(enterprise.name)}   ${words.code} ${data(enterprise.unifiedSocialCreditCode)}`),
    row(remark === "" ? "" : `  ${words.remark} ${data(remark)}`)
  ]
}

export const AccountsView = ({ state, set, words }: Props) => {
  const { language, size, go, say } = useShell()
  const { columns, rows } = bodySize(size)
  const door = useDoor()
  const height = Math.max(1, rows - 6)
  const { paging, marks, typing, exporting, sort } = state
  const { run, reading, ahead, find, again } = useAccounts(state, set, height)
  const writing = useRun<Written>()
  const at = rowsOf(state)
  const list = within(state.list, paging.known, height)
  const inFocus = at(list.at)
  const known = paging.ended ? String(paging.known) : words.atLeast(paging.known)

  const move = (name: keyof typeof listKeys) => () => {
    if (name === "last") {
      return ahead(Number.POSITIVE_INFINITY, () =>
        set((now) => ({ ...now, list: movedBy("last", now.list, now.paging.known, height) }))
      )
    }
    const next = movedBy(name, list, paging.known, height)
    set((now) => ({
      ...now,
      list: movedBy(name, within(now.list, now.paging.known, height), now.paging.known, height)
    }))
    return ahead(next.at + height * 3)
  }
  const nothing = paging.ended ? words.nothingHere : words.stillReading
  const rest = (account: AccountView | undefined) => (account === undefined ? nothing : undefined)

  const changeSort = () => {
    const next = nextSort(sort)
    const take = () =>
      set((now) => {
        if (now.paging.ended && now.paging.known <= KEPT) return { ...now, sort: next }
        say(words.tooManyToSort(KEPT), "warn")
        return now
      })
    if (next === "username") return set((now) => ({ ...now, sort: next }))
    return ahead(KEPT + 1, take)
  }

  const told = (written: Written) => {
    switch (written._tag) {
      case "Written":
        set((now) => ({ ...now, exporting: undefined }))
        return say(words.exported(written.rows, data(written.path)), "good")
      case "Exists":
        return say(words.fileExists(data(written.path)), "bad")
      case "CannotWrite":
        return say(words.cannotWrite(data(written.path), written.code), "bad")
    }
  }
  const save = () => {
    const file = exporting === undefined ? "" : valueOf(exporting, "file").trim()
    if (file === "") return say(words.fileNeeded, "warn")
    const chosen = [...marks.values()]
    writing.start(
      writeNew(file, (add) => {
        if (chosen.length > 0) return Effect.as(add(csvHead + chosen.map(csvLine).join("")), chosen.length)
        let [count, last] = [0, Date.now()]
        return Effect.zipRight(
          add(csvHead),
          readAll(door, filterOf(state.filter), (page) => {
            count += page.length
            if (Date.now() - last >= 1000) {
              last = Date.now()
              say(words.writing(count))
            }
            return add(page.map(csvLine).join(""))
          })
        )
      }),
      { done: told }
    )
  }

  if (exporting !== undefined) {
    const shape = { label: words.file, labelWidth: 8, width: 50 }
    return (
      <Frame
        body={[
          blank,
          row("  ", span(words.exportWhat(marks.size), "strong")),
          blank,
          row(" ", ...field(exportItems, exporting, "file", shape)),
          blank,
          row("  ", button(exporting, "save", words.save), "   ", button(exporting, "cancel", words.cancel)),
          blank,
          ...message(words.exportMasked, columns)
        ]}
        actions={[
          { id: "save", keys: ["Enter"], label: words.save, run: save },
          { id: "cancel", keys: [], label: words.cancel, run: () => set((now) => ({ ...now, exporting: undefined })) }
        ]}
        escape={() => set((now) => ({ ...now, exporting: undefined }))}
        {...formKeys(exportItems, exporting, (next) =>
          set((now) => (now.exporting === undefined ? now : { ...now, exporting: next(now.exporting) }))
        )}
      />
    )
  }

  const heading =
    typing === undefined
      ? row(
          `  ${words.filter} `,
          span(state.filter === "" ? words.noFilter : `/${data(state.filter)}`, "accent"),
          `   ${words.counts(known, marks.size)}`,
          reading ? `   ${words.scanned(paging.scanned)}` : ""
        )
      : row(" ", ...field(filterItems, typing, "filter", { label: words.filter, labelWidth: 6, width: columns - 14 }))
  const listing = table({
    columns: columnsIn(words, columns),
    height: typing === undefined ? height : Math.max(1, height - 4),
    list,
    count: paging.known,
    item: at,
    cells: cellsIn(language),
    marked: (account) => marks.has(keyOf(account)),
    tone: ({ status }) => (status === "locked" ? "warn" : "plain")
  })

  if (typing !== undefined) {
    const apply = () => {
      const text = filterText(typing)
      const filter = parsed(text)
      if (!("_tag" in filter)) return find(text)
      set((now) => ({ ...now, problem: filter }))
      say(problemText(filter, words, language), "bad")
    }
    const { problem } = state
    return (
      <Frame
        body={[
          heading,
          ...words.filterHelp.map((line) => row("  ", line)),
          ...(problem === undefined ? [blank] : message(problemText(problem, words, language), columns, "bad")),
          ...listing
        ]}
        actions={[{ id: "apply", keys: ["Enter"], label: words.apply, run: apply }]}
        escape={() => set((now) => ({ ...now, typing: undefined, problem: undefined }))}
        {...formKeys(filterItems, typing, (next) =>
          set((now) => (now.typing === undefined ? now : { ...now, typing: next(now.typing) }))
        )}
      />
    )
  }

  const open = () => {
    if (inFocus !== undefined) go({ _tag: "Account", username: inFocus.username })
  }
  const actions: ReadonlyArray<Action> = [
    {
      id: "open",
      keys: ["Enter"],
      label: words.open,
      run: open,
      disabled: inFocus?.status === "deleted" ? words.deletedHasNoPage : rest(inFocus)
    },
    {
      id: "filter",
      keys: ["/"],
      label: words.refilter,
      run: () => set((now) => ({ ...now, typing: filterForm(now.filter) }))
    },
    {
      id: "mark",
      keys: ["Space"],
      label: words.mark,
      run: () => set((now) => (inFocus === undefined ? now : toggled(now, inFocus))),
      disabled: rest(inFocus)
    },
    { id: "sort", keys: ["s"], label: words.sort, run: changeSort, disabled: rest(inFocus) },
    {
      id: "export",
      keys: ["x"],
      label: words.exporting,
      run: () => set((now) => ({ ...now, exporting: exportForm("accounts.csv") })),
      disabled: rest(inFocus)
    },
    { id: "refresh", keys: ["r"], label: words.refresh, run: again },
    ...(["next", "previous"] as const).map(
      (way): Action => ({
        id: way,
        keys: [way === "next" ? "n" : "N"],
        label: way === "next" ? words.nextHit : words.previousHit,
        quiet: true,
        run: () => {
          set((now) => hit(now, way === "next" ? 1 : -1, height))
          ahead(list.at + height * 3)
        },
        disabled: state.filter === "" && marks.size === 0 ? words.nothingMarked : rest(inFocus)
      })
    ),
    {
      id: "unmark",
      keys: ["U"],
      label: words.unmarkAll,
      quiet: true,
      run: () => set((now) => ({ ...now, marks: new Map() })),
      disabled: marks.size === 0 ? words.nothingMarked : undefined
    },
    ...(Object.keys(listKeys) as ReadonlyArray<keyof typeof listKeys>).map(
      (name): Action => ({
        id: name,
        keys: listKeys[name],
        label: terminalWords[language].keys[name],
        quiet: true,
        run: move(name)
      })
    )
  ]
  const refused = run._tag === "Refused" ? refusalRows(run.refusal, language, columns) : []
  const body = [
    heading,
    ...listing,
    blank,
    ...(refused.length > 0
      ? refused
      : inFocus === undefined
        ? [row("  ", paging.ended ? words.none : terminalWords[language].processing)]
        : selectedRows(inFocus, words, language))
  ]
  const last = Math.min(list.from + height, paging.known)
  return (
    <Frame
      body={body}
      actions={actions}
      status={paging.known === 0 ? "" : words.position(list.from + 1, last, known, words.sorts[sort])}
    />
  )
}
