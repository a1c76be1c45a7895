import { Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { OutsideWords } from "../text/outsideZhCN.js"

const INTERRUPT = "\u0003"
const BACKSPACE = new Set(["\u007f", "\b"])
const ENTER = new Set(["\r", "\n"])
const MOST = 64

/** What a key that is no character sends, such as an arrow: the letters in it are not typed, and would cost a try unseen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with ESC
const keys = /\u001b(?:\[[0-?]*[ -/]*[@-~]|O?[@-~]?)/g

/** Asks for the card's PIN at a terminal, on standard error and without showing what is typed. */
export const askPin = ({ pin }: OutsideWords): Effect.Effect<Redacted.Redacted, Unavailable> =>
  Effect.async((resume) => {
    const { stdin, stderr } = process
    let typed = ""
    const end = () => {
      stdin.off("data", take).setRawMode(false)
      stdin.pause()
      stderr.write("\n")
    }
    const finish = (result: Effect.Effect<Redacted.Redacted, Unavailable>) => {
      end()
      resume(result)
    }
    const take = (chunk: Buffer) => {
      for (const key of chunk.toString("utf8").replace(keys, "")) {
        if (ENTER.has(key)) return finish(Effect.succeed(Redacted.make(typed)))
        if (key === INTERRUPT)
          return finish(Effect.fail(new Unavailable({ port: "card", detail: "no PIN was entered" })))
        if (BACKSPACE.has(key)) typed = typed.slice(0, -1)
        else if (/^[\x21-\x7e]$/.test(key) && typed.length < MOST) typed += key
      }
    }
    // Before anybody is asked: what is typed at once would be shown, and Ctrl-C would be a signal.
    stdin.setRawMode(true).resume().on("data", take)
    stderr.write(pin)
    return Effect.sync(end)
  })
