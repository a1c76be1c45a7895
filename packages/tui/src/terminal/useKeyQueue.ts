import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react"
import { isTextOfNoKeys, type KeyPress } from "./Keys.js"
import type { KeyTarget } from "./Shell.js"

/** Letters that are commands come one by one; a whole text is no command. */
const split = ({ text }: Extract<KeyPress, { readonly type: "text" }>): ReadonlyArray<KeyPress> =>
  isTextOfNoKeys(text)
    ? [{ type: "paste", text }]
    : Array.from(text, (character) => ({ type: "text", text: character }))

/**
 * Each key meets the screen as the key before it left it: one at a time, after what it changed has been drawn. What waits can be
 * dropped from outside.
 */
export const useKeyQueue = (
  onKey: (listener: (press: KeyPress) => void) => () => void,
  keyboard: RefObject<KeyTarget | undefined>,
  press: (event: KeyPress) => ReadonlyArray<() => void>,
  waiting: RefObject<Array<KeyPress>>
) => {
  const latest = useRef(press)
  latest.current = press
  const busy = useRef(false)
  const [turn, setTurn] = useState(0)
  const step = useCallback(() => {
    const event = waiting.current.shift()
    if (event === undefined) {
      busy.current = false
      return
    }
    const [first, ...others] = event.type === "text" && keyboard.current?.form === undefined ? split(event) : [event]
    waiting.current.unshift(...others)
    if (first !== undefined) for (const deed of latest.current(first)) deed()
    setTurn((now) => now + 1)
  }, [keyboard, waiting])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the turn is what says that the key before has been drawn
  useLayoutEffect(() => {
    if (busy.current) setImmediate(step)
  }, [turn, step])
  useEffect(
    () =>
      onKey((event) => {
        waiting.current.push(event)
        if (busy.current) return
        busy.current = true
        step()
      }),
    [onKey, step, waiting]
  )
}
