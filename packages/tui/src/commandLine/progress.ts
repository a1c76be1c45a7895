import * as Effect from "effect/Effect"

const WIDTH = 30
const OFTEN = 100
const SELDOM = 5000

export interface Progress {
  readonly at: (done: number) => Effect.Effect<void>
  readonly end: Effect.Effect<void>
}

/** How far a long piece of work is, on standard error: a bar on a terminal, a line now and then elsewhere. */
export const progress = (total: number): Effect.Effect<Progress> =>
  Effect.sync(() => {
    const isTerminal = process.stderr.isTTY === true
    let last = Date.now()
    let drawn = false
    return {
      at: (done) =>
        Effect.sync(() => {
          const now = Date.now()
          if (now - last < (isTerminal ? OFTEN : SELDOM)) return
          last = now
          const share = total <= 0 ? 0 : Math.min(1, done / total)
          const percent = `${Math.floor(share * 100)}%`
          const filled = Math.floor(share * WIDTH)
          const bar = `[${"#".repeat(filled)}${"-".repeat(WIDTH - filled)}]`
          drawn = isTerminal
          process.stderr.write(isTerminal ? `\r${bar} ${percent} ${done}/${total} ` : `${percent} ${done}/${total}\n`)
        }),
      end: Effect.sync(() => {
        if (drawn) process.stderr.write(`\r${" ".repeat(WIDTH + 40)}\r`)
      })
    }
  })
