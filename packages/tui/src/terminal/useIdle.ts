import { useCallback, useEffect, useRef, useState } from "react"
import { type Limit, type Session, type SessionLimits, standing } from "./Session.js"

export interface Idle {
  readonly session: Session | undefined
  readonly limits: SessionLimits
  /** Whether the time that is left may change on the screen every second: not where each change is read aloud. */
  readonly counts: boolean
  /** So many seconds are left: told once, when it comes to that. */
  readonly warn: (seconds: number, by: Limit) => void
  /** Somebody types again. */
  readonly calm: () => void
  readonly lock: () => void
}

export interface Watched {
  /** Every key goes through this: false when the session has ended by then. */
  readonly touched: () => boolean
  /** The seconds that are left, once they are few. */
  readonly left: number | undefined
}

/** Timers stand still while a machine sleeps, and the clock does not: it is looked at this often (milliseconds). */
const LOOKS = 10_000

/** Watches over a session that nobody types in. */
export const useIdle = (idle: Idle): Watched => {
  const { session } = idle
  const [left, setLeft] = useState<number>()
  const lastKey = useRef(Date.now())
  const warned = useRef(false)
  const timer = useRef<NodeJS.Timeout | undefined>(undefined)
  const latest = useRef(idle)
  latest.current = idle

  const watch = useCallback(() => {
    clearTimeout(timer.current)
    const { session: here, limits, counts, warn, calm, lock } = latest.current
    const stands = here === undefined ? undefined : standing(here.since, lastKey.current, Date.now(), limits)
    if (stands?._tag !== "Warning") {
      setLeft(undefined)
      if (warned.current) calm()
      warned.current = false
    }
    if (stands === undefined) return
    if (stands._tag === "Locked") return lock()
    let wait = stands.left - limits.warning
    if (stands._tag === "Warning") {
      const seconds = Math.ceil(stands.left / 1000)
      if (!warned.current) warn(seconds, stands.by)
      warned.current = true
      if (counts) setLeft(seconds)
      // The next second begins when less than this one is left.
      wait = counts ? stands.left - (seconds - 1) * 1000 : stands.left
    }
    timer.current = setTimeout(watch, Math.min(wait + 1, LOOKS))
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another session is another watch
  useEffect(() => {
    lastKey.current = Date.now()
    watch()
    return () => clearTimeout(timer.current)
  }, [session, watch])

  const touched = useCallback(() => {
    const { session: here, limits, lock } = latest.current
    const now = Date.now()
    if (here !== undefined && standing(here.since, lastKey.current, now, limits)._tag === "Locked") {
      lock()
      return false
    }
    lastKey.current = now
    watch()
    return true
  }, [watch])
  return { touched, left }
}
