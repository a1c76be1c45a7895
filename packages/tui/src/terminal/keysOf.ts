import { type KeyPress, keyParser } from "./Keys.js"

/** A lone escape is the key of that name when nothing follows it at once (milliseconds). */
const ESCAPE_WAITS = 30

/** An unmarked paste has ended when nothing more of it comes for so long (milliseconds). */
const BURST_WAITS = 120

/** A text that came at once may go on in another piece for so long (milliseconds). */
const PIECE_WAITS = 15

type Listener = (press: KeyPress) => void

/** Keys as they come from the terminal. Those typed before anybody listens wait. */
export const keysOf = (stdin: NodeJS.ReadStream): ((listener: Listener) => () => void) => {
  const listeners = new Set<Listener>()
  const early: Array<KeyPress> = []
  const parser = keyParser()
  let flushing: NodeJS.Timeout | undefined
  const tell = (keys: ReadonlyArray<KeyPress>) => {
    if (listeners.size === 0) early.push(...keys)
    else for (const key of keys) for (const listener of listeners) listener(key)
  }
  stdin.setEncoding("utf8")
  stdin.on("data", (piece: string) => {
    clearTimeout(flushing)
    tell(parser.push(piece))
    const pause = parser.bursts() ? BURST_WAITS : parser.waits() ? ESCAPE_WAITS : PIECE_WAITS
    if (parser.waits() || parser.open()) flushing = setTimeout(() => tell(parser.flush()), pause)
  })
  return (listener) => {
    listeners.add(listener)
    tell(early.splice(0))
    return () => void listeners.delete(listener)
  }
}
