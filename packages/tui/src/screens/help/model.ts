import { globalKeys } from "../../keymap.js"
import type { ActionHelp } from "../../terminal/Route.js"
import type { TerminalWords } from "../../text/terminal/index.js"

/** The keys of every screen, from the table that the application obeys. */
export const everywhere = ({ keys }: TerminalWords): ReadonlyArray<ActionHelp> =>
  (Object.keys(globalKeys) as ReadonlyArray<keyof typeof globalKeys>).map((name) => ({
    keys: globalKeys[name],
    label: keys[name]
  }))

/** How keys are written down. */
export const keysText = ({ keys }: ActionHelp): string => keys.join(" ")
