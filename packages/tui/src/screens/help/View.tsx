import { Frame } from "../../terminal/Frame.js"
import type { ActionHelp, Route } from "../../terminal/Route.js"
import { blank, fitted, type Row, row, span } from "../../terminal/Row.js"
import type { ScreenProps } from "../../terminal/Screen.js"
import { useShell } from "../../terminal/Shell.js"
import { terminalWords } from "../../text/terminal/index.js"
import { everywhere, keysText } from "./model.js"
import type { HelpWords } from "./zhCN.js"

type HelpRoute = Extract<Route, { _tag: "Help" }>

const cell = (help: ActionHelp | undefined, width: number, words: HelpWords): string => {
  if (help === undefined) return " ".repeat(width)
  const label = help.disabled === undefined ? help.label : `(${help.label}) ${words.notNow(help.disabled)}`
  return fitted(`${fitted(keysText(help), 12)} ${label}`, width)
}

export const HelpView = ({ route, words }: ScreenProps<HelpRoute, null, HelpWords>) => {
  const { language, size, back } = useShell()
  const left = everywhere(terminalWords[language])
  const { actions } = route
  const [wide, other] = [34, Math.max(20, size.columns - 1 - 34 - 4)]
  const rows: ReadonlyArray<Row> = Array.from({ length: Math.max(left.length, actions.length) }, (_, at) =>
    row("  ", cell(left[at], wide, words), "  ", cell(actions[at], other, words))
  )
  const body = [
    row("  ", span(fitted(words.everywhere, wide), "strong"), "  ", span(words.here, "strong")),
    ...rows,
    blank,
    ...words.rules.map((rule) => row("  ", rule))
  ]
  return <Frame body={body} actions={[{ id: "close", keys: ["Enter"], label: words.close, run: back }]} />
}
