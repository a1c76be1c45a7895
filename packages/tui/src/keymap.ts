import { graphemes } from "./terminal/Row.js"

/** What a person can do on a screen: data, so that the key line and the help are made from what is live. */
export interface Action {
  readonly id: string
  /** The first is shown on the key line, all of them in the help. */
  readonly keys: ReadonlyArray<string>
  readonly label: string
  readonly run: () => void
  /** Why it cannot be done now; the action stays visible, and pressing it says this. */
  readonly disabled?: string | undefined
  /** Told in the help only. */
  readonly quiet?: boolean
}

/** What Chinese input methods send in place of ASCII. */
const punctuation: Readonly<Record<string, string>> = { "、": "/", "。": ".", "，": ",", "　": "Space", " ": "Space" }

/** A character as the key that was meant: full-width letters and signs are the ASCII ones, `、` is `/`. */
export const navigationKey = (character: string): string => {
  const known = punctuation[character]
  if (known !== undefined) return known
  const code = character.codePointAt(0) ?? 0
  return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : character
}

export const navigationKeys = (text: string): ReadonlyArray<string> => graphemes(text).map(navigationKey)

export const actionFor = (actions: ReadonlyArray<Action>, key: string): Action | undefined =>
  actions.find(({ keys }) => keys.includes(key))

/** Keys of every screen; what they do is the application's. */
export const globalKeys = {
  help: ["?", "F1"],
  language: ["F2"],
  contrast: ["F4"],
  command: [":"],
  back: ["Esc"],
  quit: ["Ctrl-c"]
} as const

export type GlobalAction = keyof typeof globalKeys

const modeless = /^(F\d+|Ctrl-.+|Esc)$/

/** The global action of a key; where text is typed, letters and signs are text. */
export const globalActionFor = (key: string, typing: boolean): GlobalAction | undefined =>
  (Object.keys(globalKeys) as ReadonlyArray<GlobalAction>).find(
    (name) => (globalKeys[name] as ReadonlyArray<string>).includes(key) && (!typing || modeless.test(key))
  )

/** The keys that move in a list. */
export const listKeys = {
  down: ["j", "Down"],
  up: ["k", "Up"],
  pageDown: ["PgDn", "Ctrl-d"],
  pageUp: ["PgUp", "Ctrl-b"],
  first: ["g", "Home"],
  last: ["G", "End"]
} as const
