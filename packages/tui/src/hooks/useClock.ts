import { useEffect, useState } from "react"
import { useShell } from "../terminal/Shell.js"

/** The time, told anew every second until a moment has come; a screen reader is not disturbed by it. */
export const useClock = (until: number): number => {
  const { screenReader } = useShell()
  const [now, setNow] = useState(() => Date.now())
  const over = now >= until
  useEffect(() => {
    if (over || screenReader) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [over, screenReader])
  return screenReader ? Date.now() : now
}
