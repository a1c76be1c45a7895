import { useCallback, useEffect, useRef } from "react"
import { type Session, type SessionLimits, standing } from "./Session.js"

export interface Idle {
  readonly session: Session | undefined
  readonly limits: SessionLimits
  /** So many seconds are left: told once, since nothing on the screen may tick. */
  readonly warn: (seconds: number) => void
  readonly lock: () => void
}

/** Watches over a session that nobody types in. Every key goes through what it answers: false when the session has ended by then. */
export const useIdle = ({ session, limits, warn, lock }: Idle): (() => boolean) => {
  const lastKey = useRef(Date.now())
  const timer = useRef<NodeJS.Timeout | undefined>(undefined)
  const latest = useRef({ session, limits, warn, lock })
  latest.current = { session, limits, warn, lock }

  const watch = useCallback(() => {
    clearTimeout(timer.current)
    const { session: here, limits: within, warn: tell, lock: end } = latest.current
    if (here === undefined) return
    const stands = standing(here.since, lastKey.current, Date.now(), within)
    if (stands._tag === "Locked") return end()
    if (stands._tag === "Warning") tell(Math.ceil(stands.left / 1000))
    const wait = stands._tag === "Warning" ? stands.left : stands.left - within.warning
    timer.current = setTimeout(watch, Math.min(wait + 1, 2 ** 31 - 1))
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another session is another watch
  useEffect(() => {
    lastKey.current = Date.now()
    watch()
    return () => clearTimeout(timer.current)
  }, [session, watch])

  return useCallback(() => {
    const { session: here, limits: within, lock: end } = latest.current
    const now = Date.now()
    if (here !== undefined && standing(here.since, lastKey.current, now, within)._tag === "Locked") {
      end()
      return false
    }
    lastKey.current = now
    watch()
    return true
  }, [watch])
}
