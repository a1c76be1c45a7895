import type { Language } from "@single-window/core"
import type * as ManagedRuntime from "effect/ManagedRuntime"
import { createContext, type RefObject, useContext } from "react"
import type { SettingsShape } from "../commandLine/Settings.js"
import type { Action } from "../keymap.js"
import type { Everything } from "../Live.js"
import type { ThemeName } from "../theme.js"
import type { KeyPress } from "./Keys.js"
import type { CursorPlace } from "./Painter.js"
import type { Route } from "./Route.js"
import type { Tone } from "./Row.js"
import type { Session } from "./Session.js"

/** The front door, once it is open. */
export interface Opened {
  readonly runtime: ManagedRuntime.ManagedRuntime<Everything, never>
  /** Whether the outside is a mock world. */
  readonly mocked: boolean
  /** What it was opened with, for the checks of the host's own set-up. */
  readonly settings?: SettingsShape
}

/** Where keys go: what the frame on the screen offers. */
export interface KeyTarget {
  readonly actions: ReadonlyArray<Action>
  /** Takes text and keys of editing; false where a key is none of its own. Its presence makes letters text. */
  readonly form?: ((press: KeyPress) => boolean) | undefined
  /** The id of the action that Enter runs, when a button is in focus. */
  readonly button?: string | undefined
  /** What Esc does instead of going back. */
  readonly escape?: (() => void) | undefined
}

export interface Status {
  readonly text: string
  readonly tone: Tone
}

export interface Size {
  readonly columns: number
  readonly rows: number
}

/** What was open when the session was locked: it is kept, unseen, for the one who was there. */
export interface Lock {
  readonly staff: boolean
  /** Lets staff come back by the gate through which they came in; absent where this program knows of none. */
  readonly unlock?: (() => void) | undefined
  /** Forgets what was open. */
  readonly discard: () => void
}

/** What every screen can see and do. */
export interface Shell {
  readonly language: Language
  readonly size: Size
  readonly theme: ThemeName
  readonly screenReader: boolean
  readonly session: Session | undefined
  /** The seconds before the session locks, once they are few. */
  readonly left?: number | undefined
  readonly locked?: Lock | undefined
  /**
   * Asks once more who of the staff is at the terminal; true when it is the one whose session this is. Absent where this program
   * knows of nothing that could be asked.
   */
  readonly askAgain?: (() => boolean) | undefined
  /** The titles of the screens from the first to this one. */
  readonly crumbs: ReadonlyArray<string>
  readonly status: Status | undefined
  readonly mocked: boolean
  /** Whether the help lies over the screen. */
  readonly helping: boolean
  /** What is being typed after `:`. */
  readonly commandLine:
    | { readonly text: string; readonly cursor: number; readonly names: ReadonlyArray<string> }
    | undefined
  readonly opened: Promise<Opened>
  readonly keyboard: RefObject<KeyTarget | undefined>
  /** Running work that Esc stops first. */
  readonly running: RefObject<Set<() => void>>
  /** Work that goes on when its screen is left; it is stopped by that screen, by the end of the program, or with the session. */
  readonly kept: RefObject<Set<() => void>>
  /** How far that work is, for the status line of the other screens. */
  readonly background?: string | undefined
  readonly setBackground: (text: Readonly<Record<Language, string>> | undefined) => void
  readonly go: (route: Route) => void
  readonly replace: (route: Route) => void
  readonly back: () => void
  /** What is on the screen now: work may outlive the screen that began it. */
  readonly at: () => Route
  /** Leaves the screen while its work goes on: opened again, it stands as it does by then. */
  readonly park: () => void
  /** Begins anew as somebody, or as nobody. */
  readonly enter: (session: Session | undefined, route: Route) => void
  readonly say: (text: string, tone?: Tone) => void
  readonly setCursor: (place: CursorPlace | undefined) => void
  readonly quit: () => void
}

export const ShellContext = createContext<Shell | undefined>(undefined)

export const useShell = (): Shell => {
  const shell = useContext(ShellContext)
  if (shell === undefined) throw new Error("a screen outside of the terminal UI")
  return shell
}
