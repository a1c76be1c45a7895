import type { RigTerminal } from "./openTerminal.js"

/** What a job took: keys that are commands, and fields that were filled in (Tab belongs to its field). */
export interface Spent {
  readonly keys: number
  readonly fields: number
}

/** What is told of a screen has been drawn by then, in ms. */
const DRAWN = 500

/** Somebody who knows nothing but what the screen says: a key that is not told at that moment is never pressed. */
export interface Robot {
  /** A key of the key line, of the body, or of the help, which is then opened for it and counted. */
  readonly press: (...keys: ReadonlyArray<string>) => Promise<void>
  /** Enter on a button, by what stands on it. */
  readonly button: (label: string) => Promise<void>
  /** Fills in the field in focus, whose label is on the screen, and goes on to the next one where `next` says so. */
  readonly fill: (label: string, text: string, shown?: string) => Promise<void>
  readonly next: () => Promise<void>
  readonly until: RigTerminal["until"]
  readonly spent: () => Spent
  readonly text: () => string
}

const escaped = (key: string): string => key.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")

/** Whether a screen tells a key: as a word of its own, before what it does, and not in brackets as one that cannot be used now. */
export const tells = (screen: ReadonlyArray<string>, key: string): boolean => {
  const keyLine = screen.findLast((line) => line !== "") ?? ""
  const word = new RegExp(`(^| )${escaped(key)} `)
  if (word.test(keyLine)) return true
  return screen.slice(3, -3).some((line) => new RegExp(`(^|[ (])${escaped(key)}[ :;)]`).test(`${line} `))
}

export const robotAt = (terminal: RigTerminal): Robot => {
  let keys = 0
  let fields = 0
  /** What the help of a screen said is remembered there; it is looked up again all the same, but not counted again. */
  const known = new Set<string>()
  const told = async (key: string) => {
    // What stands in brackets cannot be used yet: a person waits for what was typed to arrive.
    if (terminal.text().includes(`(${key} `)) await terminal.until(() => tells(terminal.screen(), key))
    // Nor does anybody open the help because half of the key line is drawn so far.
    await terminal.until(() => tells(terminal.screen(), key), DRAWN).catch(() => undefined)
    if (tells(terminal.screen(), key)) return
    const help = tells(terminal.screen(), "?") ? "?" : "F1"
    if (!tells(terminal.screen(), help))
      throw new Error(`neither ${key} nor help is on the screen:\n${terminal.text()}`)
    const place = `${terminal.screen()[1]} ${key}`
    if (!known.has(place)) keys += 2
    known.add(place)
    await terminal.press(help)
    await terminal.until("通用")
    const cell = new RegExp(`(^| {2,})([!-~]+ )*${escaped(key)}( [!-~]+)* {2,}\\S`)
    const line = terminal.screen().find((one) => cell.test(one))
    if (line === undefined) throw new Error(`${key} is not told:\n${terminal.text()}`)
    if (line.includes("现在不能")) throw new Error(`${key} cannot be used now: ${line}`)
    await terminal.press("Esc")
    await terminal.until((screen) => !screen.includes("帮助: "))
  }
  const press = async (...pressed: ReadonlyArray<string>) => {
    for (const key of pressed) {
      await told(key)
      keys++
      await terminal.press(key)
    }
  }
  return {
    press,
    button: async (label) => {
      await terminal.until(`[ ${label} ]`)
      keys++
      await terminal.press("Enter")
    },
    fill: async (label, text, shown = text) => {
      await terminal.until((screen) => screen.includes(label) && tells(terminal.screen(), "Tab"))
      fields++
      terminal.type(text)
      await terminal.until(shown)
    },
    next: async () => {
      await terminal.until(() => tells(terminal.screen(), "Tab"))
      await terminal.press("Tab")
    },
    until: terminal.until,
    spent: () => ({ keys, fields }),
    text: terminal.text
  }
}
