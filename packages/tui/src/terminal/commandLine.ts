import type { Route } from "./Route.js"
import type { Screens } from "./Screen.js"
import type { Session } from "./Session.js"

const quits: ReadonlySet<string> = new Set(["q", "quit", "exit", "退出"])
const helps: ReadonlySet<string> = new Set(["help", "h", "帮助"])

type Unknown = { readonly unknown: string; readonly names: ReadonlyArray<string> }

/** What was typed after `:` comes to. */
export const commandRoute = (
  typed: string,
  screens: Screens,
  session: Session | undefined
): Route | "quit" | "help" | Unknown => {
  const [name = "", ...words] = typed.trim().split(/\s+/)
  if (quits.has(name)) return "quit"
  if (helps.has(name)) return "help"
  const open = Object.values(screens).flatMap(({ command }) =>
    command !== undefined && session !== undefined && command.may(session) ? [command] : []
  )
  const found = open.find(({ names }) => names.includes(name))
  const route = session === undefined ? undefined : found?.route(words, session)
  return route ?? { unknown: name, names: [...open.map(({ names: [first = ""] }) => first), "help", "quit"] }
}
