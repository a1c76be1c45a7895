import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { safeJson, safeText } from "../safeText.js"

/** Where a sub-command says what it found. Every line is made safe here, so that no caller can forget to. */
export class Output extends Context.Tag("@single-window/tui/Output")<
  Output,
  {
    /** A line of the answer for people; nothing under `--json`. */
    readonly line: (text: string) => Effect.Effect<void>
    /** The answer for programs, on one line; nothing without `--json`. */
    readonly json: (value: unknown) => Effect.Effect<void>
    /** Progress, warnings and whatever else is not the answer. */
    readonly note: (text: string) => Effect.Effect<void>
  }
>() {}

/** Waits while the reader is slow, so that a long answer never piles up in memory. */
export const written = (stream: NodeJS.WritableStream, text: string): Promise<void> =>
  new Promise((resolve) => {
    if (stream.write(text)) resolve()
    else stream.once("drain", resolve)
  })

export const write = (stream: NodeJS.WritableStream, text: string): Effect.Effect<void> =>
  Effect.promise(() => written(stream, text))

const nothing = () => Effect.void

export const output = (json: boolean): Context.Tag.Service<Output> => ({
  line: json ? nothing : (text) => write(process.stdout, `${safeText(text)}\n`),
  json: json ? (value) => write(process.stdout, `${safeJson(value)}\n`) : nothing,
  note: (text) => write(process.stderr, `${safeText(text)}\n`)
})
