import { useRef } from "react"
import { useShell } from "../terminal/Shell.js"
import { terminalWords } from "../text/terminal/index.js"

/** What Esc does on a form: back, but asked about once while `typed` holds something that is not saved; typing on asks anew. */
export const useLeave = (typed: object, unsaved: boolean): (() => void) => {
  const { back, language, say } = useShell()
  const asked = useRef<object>(undefined)
  return () => {
    if (!unsaved || asked.current === typed) return back()
    asked.current = typed
    say(terminalWords[language].unsaved, "warn")
  }
}
