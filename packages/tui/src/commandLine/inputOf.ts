import { readFile } from "node:fs/promises"
import * as Effect from "effect/Effect"
import type { Words } from "../text/Words.js"
import { Usage } from "./Failed.js"

const MOST = 16 * 1024 * 1024

const standardInput = async (): Promise<string> => {
  const chunks: Array<Buffer> = []
  let length = 0
  for await (const chunk of process.stdin) {
    length += chunk.length
    if (length > MOST) break
    chunks.push(Buffer.from(chunk))
  }
  return length > MOST ? " ".repeat(MOST + 1) : Buffer.concat(chunks).toString("utf8")
}

/** The parser's own message without the text it points at, which may hold somebody's data. */
const whyNot = (error: unknown): string => {
  const position = /position (\d+)/.exec(String((error as Error).message))?.[1]
  return position === undefined ? "" : `@${position}`
}

/** `--input`: JSON, `@FILE`, or `-` for standard input. */
export const inputOf = (given: string, { usage }: Words): Effect.Effect<unknown, Usage> =>
  Effect.gen(function* () {
    const where = given === "-" ? "stdin" : given.startsWith("@") ? given.slice(1) : "--input"
    const text = yield* Effect.tryPromise({
      try: () =>
        given === "-"
          ? standardInput()
          : given.startsWith("@")
            ? readFile(given.slice(1), "utf8")
            : Promise.resolve(given),
      catch: () => new Usage({ message: usage.inputUnreadable(where) })
    })
    if (text.length > MOST) return yield* Effect.fail(new Usage({ message: usage.inputTooLong(where) }))
    return yield* Effect.try({
      try: () => JSON.parse(text.replace(/^\uFEFF/, "")) as unknown,
      catch: (error) => new Usage({ message: usage.inputNotJson(where, whyNot(error)) })
    })
  })
