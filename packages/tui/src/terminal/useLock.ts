import { type Dispatch, type SetStateAction, useCallback, useRef, useState } from "react"
import { screenOf } from "../screens/index.js"
import type { TerminalWords } from "../text/terminal/index.js"
import type { Gate } from "./hostGate.js"
import * as Navigation from "./Navigation.js"
import { isStaff, type Session, samePerson } from "./Session.js"
import type { Lock, Shell } from "./Shell.js"

export interface Locking {
  readonly session: Session | undefined
  readonly setSession: (session: Session | undefined) => void
  readonly navigation: Navigation.Navigation
  readonly setNavigation: Dispatch<SetStateAction<Navigation.Navigation>>
  readonly move: (change: (navigation: Navigation.Navigation) => Navigation.Navigation) => void
  /** How staff are recognised; absent where this program knows of nothing that could be asked. */
  readonly gate: Gate | undefined
  readonly say: Shell["say"]
  readonly words: TerminalWords
  /** What was open is nobody's any more: work that still goes on for it ends. */
  readonly forgotten: () => void
}

/** Who is here: coming in, being locked out, and coming back to where one was. */
export const useLock = (locking: Locking) => {
  const { session, setSession, navigation, setNavigation, move, gate, say, words } = locking
  const [locks, setLocks] = useState<"staff" | "holder">()
  /** Where somebody was when the session was locked: whoever else comes in does not see it. */
  const locked = useRef<{ readonly navigation: Navigation.Navigation; readonly session: Session } | undefined>(
    undefined
  )
  const forgotten = useRef(locking.forgotten)
  forgotten.current = locking.forgotten

  const enter = useCallback<Shell["enter"]>(
    (next, route) => {
      const left = locked.current
      locked.current = undefined
      setLocks(undefined)
      setSession(next)
      const resumes = left !== undefined && next !== undefined && samePerson(left.session, next) && !next.restricted
      if (!resumes) forgotten.current()
      move((now) =>
        resumes
          ? Navigation.resumed(left.navigation, now)
          : Navigation.restarted(now, route, screenOf(route).initial(route, next))
      )
    },
    [move, setSession]
  )
  const lock = () => {
    if (session === undefined) return
    locked.current = { navigation, session }
    setSession(undefined)
    move((now) =>
      Navigation.restarted(now, { _tag: "LogIn" }, screenOf({ _tag: "LogIn" }).initial({ _tag: "LogIn" }, undefined))
    )
    setLocks(isStaff(session) ? "staff" : "holder")
    say(words.locked, "warn")
  }
  const unlock = () => {
    const left = locked.current
    if (left === undefined) return
    return gate?.(left.session) === true
      ? enter({ ...left.session, since: Date.now() }, { _tag: "Home" })
      : say(words.notUnlocked, "bad")
  }
  const discard = () => {
    locked.current = undefined
    setLocks(undefined)
    forgotten.current()
    say(words.discarded)
  }
  const changePlace = (id: number, change: (state: unknown) => unknown) => {
    const left = locked.current
    // What a view takes away as it goes is not there either for whoever comes back to it.
    if (left !== undefined) locked.current = { ...left, navigation: Navigation.changed(left.navigation, id, change) }
    setNavigation((now) => Navigation.changed(now, id, change))
  }
  const mayUnlock = locks === "staff" && gate !== undefined
  const state: Lock | undefined =
    locks === undefined ? undefined : { staff: locks === "staff", unlock: mayUnlock ? unlock : undefined, discard }
  return { enter, lock, changePlace, locked: state }
}
