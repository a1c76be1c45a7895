import type { Language } from "@single-window/core"
import type { Route } from "./Route.js"
import type { Screens } from "./Screen.js"
import type { Session } from "./Session.js"

const quits: ReadonlyArray<string> = ["quit", "q", "exit", "退出"]
const helps: ReadonlyArray<string> = ["help", "h", "?", "帮助"]

type Unknown = { readonly unknown: string; readonly names: ReadonlyArray<string> }

const openTo = (screens: Screens, session: Session | undefined) =>
  Object.values(screens).flatMap(({ command }) =>
    // Before an initial password is changed there is nowhere to go.
    command !== undefined && session?.restricted === false && command.may(session) ? [command] : []
  )

/** What can be typed after `:` now, each by one of its names in the language of the screen. */
export const commandNames = (
  screens: Screens,
  session: Session | undefined,
  language: Language
): ReadonlyArray<string> => {
  const chinese = /\p{Script=Han}/u
  return [...openTo(screens, session).map(({ names }) => names), helps, quits].map(
    (names) => names.find((name) => chinese.test(name) === (language === "zh")) ?? names[0] ?? ""
  )
}

/** What was typed after `:` comes to. */
export const commandRoute = (
  typed: string,
  screens: Screens,
  session: Session | undefined,
  language: Language
): Route | "quit" | "help" | Unknown => {
  const [name = "", ...words] = typed.trim().normalize("NFKC").split(/\s+/)
  if (quits.includes(name)) return "quit"
  if (helps.includes(name)) return "help"
  const found = openTo(screens, session).find(({ names }) => names.includes(name))
  const route = session === undefined ? undefined : found?.route(words, session)
  return route ?? { unknown: name, names: commandNames(screens, session, language) }
}
