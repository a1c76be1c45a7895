import type { Language } from "@single-window/core"
import { terminalWords } from "../text/terminal/index.js"
import type { ThemeName } from "../theme.js"
import { Frame } from "./Frame.js"
import { blank, row } from "./Row.js"
import { type Shell, ShellContext, type Size } from "./Shell.js"

export interface SplashProps {
  readonly size: Size
  readonly language: Language
  readonly theme: ThemeName
  readonly screenReader: boolean
}

const nothing = () => undefined
const never = new Promise<never>(nothing)

/** What stands on the screen while the program is loaded: at once, and in the right language. */
export const Splash = ({ size, language, theme, screenReader }: SplashProps) => {
  const words = terminalWords[language]
  const shell: Shell = {
    ...{ size, language, theme, screenReader, session: undefined, crumbs: [words.opening], status: undefined },
    ...{ mocked: false, helping: false, commandLine: undefined, opened: never },
    ...{ keyboard: { current: undefined }, running: { current: new Set() } },
    ...{ kept: { current: new Set() }, setBackground: nothing, park: nothing, at: () => ({ _tag: "LogIn" }) as const },
    ...{ go: nothing, replace: nothing, back: nothing, enter: nothing, say: nothing, setCursor: nothing, quit: nothing }
  }
  return (
    <ShellContext value={shell}>
      <Frame body={[blank, row("  ", words.openingHint)]} actions={[]} />
    </ShellContext>
  )
}
