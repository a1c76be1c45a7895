import { button } from "../../components/button.js"
import { field } from "../../components/field.js"
import { formKeys } from "../../form/formKeys.js"
import { Frame } from "../../terminal/Frame.js"
import { blank, row } from "../../terminal/Row.js"
import { useShell } from "../../terminal/Shell.js"
import { en } from "./en.js"
import { type AccountRoute, type ActingState, actingItems, saidForWhom } from "./model.js"
import { zhCN } from "./zhCN.js"

interface ActingProps {
  readonly state: ActingState
  readonly set: (change: (state: ActingState) => ActingState) => void
  readonly go: (who: Required<AccountRoute>) => void
}

/** Asks staff once for which account they act and why. */
export const Acting = ({ state, set, go }: ActingProps) => {
  const { language } = useShell()
  const words = { zh: zhCN, en }[language]
  const said = saidForWhom(state)
  const shape = { labelWidth: 10, width: 44, needed: true }
  return (
    <Frame
      body={[
        blank,
        row("  ", words.about),
        blank,
        row("   ", ...field(actingItems, state, "account", { ...shape, label: words.account })),
        blank,
        row("   ", ...field(actingItems, state, "reason", { ...shape, label: words.reason })),
        row("                ", words.reasonHint),
        blank,
        row("               ", button(state, "go", words.go))
      ]}
      actions={[
        {
          id: "go",
          keys: ["Enter"],
          label: words.go,
          run: () => said !== undefined && go(said),
          disabled: said === undefined ? words.missing : undefined
        }
      ]}
      status={words.title}
      {...formKeys(actingItems, state, set)}
    />
  )
}
