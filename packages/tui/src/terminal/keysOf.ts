import { isOfKeysOnly, type KeyPress, keyParser } from "./Keys.js"

/** A lone escape is the key of that name when nothing follows it at once (milliseconds). */
const ESCAPE_WAITS = 30

/** An unmarked paste has ended when nothing more of it comes for so long (milliseconds). */
const BURST_WAITS = 120

/** A text that came at once may go on in another piece for so long (milliseconds). */
const PIECE_WAITS = 15

type Listener = (press: KeyPress) => void

export interface Keys {
  readonly onKey: (listener: Listener) => () => void
  /** Does what somebody else may be at the terminal after: what came with the key before that is none of theirs. */
  readonly handingOver: <A>(use: () => A) => A
}

/** Keys as they come from the terminal. Those typed before anybody listens wait. */
export const keysOf = (stdin: NodeJS.ReadStream): Keys => {
  const listeners = new Set<Listener>()
  const early: Array<KeyPress> = []
  let parser = keyParser()
  let times = 0
  let flushing: NodeJS.Timeout | undefined
  const tell = (keys: ReadonlyArray<KeyPress>) => {
    if (listeners.size === 0) return void early.push(...keys)
    const before = times
    for (const key of keys) for (const listener of listeners) if (times === before) listener(key)
  }
  stdin.setEncoding("utf8")
  let readAt = 0
  stdin.on("data", (piece: string) => {
    clearTimeout(flushing)
    const now = performance.now()
    // A program that had to wait for its turn reads before it sees that the time is over.
    if (parser.open() && isOfKeysOnly(piece) && now - readAt > PIECE_WAITS) tell(parser.flush())
    readAt = now
    tell(parser.push(piece))
    const pause = parser.bursts() ? BURST_WAITS : parser.waits() ? ESCAPE_WAITS : PIECE_WAITS
    if (parser.waits() || parser.open()) flushing = setTimeout(() => tell(parser.flush()), pause)
  })
  return {
    onKey: (listener) => {
      listeners.add(listener)
      tell(early.splice(0))
      return () => void listeners.delete(listener)
    },
    handingOver: (use) => {
      times++
      clearTimeout(flushing)
      parser = keyParser()
      early.splice(0)
      return use()
    }
  }
}
