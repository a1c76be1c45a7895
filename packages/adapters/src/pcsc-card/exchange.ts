import * as Effect from "effect/Effect"
import { bytesOf, type Command, chained, getResponse, read, selectFile } from "./Apdu.js"
import type { CardFile, CardProfile } from "./CardProfile.js"
import { type Failure, type Link, unavailable } from "./Link.js"

/** What a card answered: data and the two bytes of its status word. */
export interface Answer {
  readonly data: Buffer
  readonly status: number
}

/** Asks one command and follows it to its end: more to fetch, another length wanted. */
export type Ask = (command: Command) => Effect.Effect<Answer, Failure>

const OK = 0x9000
const END_OF_FILE = 0x6282
const BEYOND_THE_FILE = 0x6b00

/** More than the largest certificate takes; a card that goes on beyond it is not heard to its end. */
const MOST_COMMANDS = 96
const MOST_BYTES = 16 * 1024

const answered = (raw: Buffer): Effect.Effect<Answer, Failure> =>
  raw.length < 2
    ? Effect.fail(unavailable("an answer without a status word"))
    : Effect.succeed({ data: raw.subarray(0, -2), status: raw.readUInt16BE(raw.length - 2) })

/** One user action's worth of commands. */
export const asking = ({ transmit }: Link, { extendedLength }: Pick<CardProfile, "extendedLength">): Ask => {
  let sent = 0
  const once = (command: Command): Effect.Effect<Answer, Failure> =>
    ++sent > MOST_COMMANDS
      ? Effect.fail(unavailable("the card does not come to an end"))
      : Effect.flatMap(
          Effect.suspend(() => transmit(bytesOf(command))),
          answered
        )

  const collect = (first: Answer): Effect.Effect<Answer, Failure> =>
    Effect.gen(function* () {
      const parts = [first.data]
      let { status } = first
      while (status >> 8 === 0x61) {
        const more = yield* once(getResponse(status & 0xff || 256))
        parts.push(more.data)
        status = more.status
        if (parts.reduce((sum, part) => sum + part.length, 0) > MOST_BYTES)
          return yield* Effect.fail(unavailable("an answer that is too large"))
      }
      return { data: Buffer.concat(parts), status }
    })

  return (command) =>
    Effect.gen(function* () {
      const pieces = extendedLength ? [command] : chained(command)
      for (const piece of pieces.slice(0, -1)) {
        const taken = yield* once(piece)
        if (taken.status !== OK) return taken
      }
      const last = pieces[pieces.length - 1] ?? command
      const first = yield* once(last)
      // Nothing was done yet: the card names the length that it has, and the same is asked with it.
      const again = first.status >> 8 === 0x6c && last.expected !== undefined
      return yield* collect(again ? yield* once({ ...last, expected: first.status & 0xff || 256 }) : first)
    })
}

const wrongStatus = (what: string) => Effect.fail(unavailable(`the card does not ${what}`))

/** Insists on 9000. */
export const done = (what: string, ask: Effect.Effect<Answer, Failure>): Effect.Effect<Buffer, Failure> =>
  Effect.flatMap(ask, ({ data, status }) => (status === OK ? Effect.succeed(data) : wrongStatus(what)))

/** How long a DER or BER object at the start of these bytes is, its header included; none when that cannot be told yet. */
const objectLength = (bytes: Buffer): number | undefined => {
  const [, first = 0] = bytes
  if (bytes.length < 4) return undefined
  if (first < 0x80) return first + 2
  if (first === 0x81) return (bytes[2] ?? 0) + 3
  return first === 0x82 ? bytes.readUInt16BE(2) + 4 : undefined
}

export interface Reading {
  readonly file: CardFile
  /** Whether the file holds one object, whose header says where to stop. */
  readonly oneObject: boolean
}

/** Reads a file whole: in one piece where the card takes extended length, else piece by piece. */
export const readFile = (
  ask: Ask,
  { extendedLength }: Pick<CardProfile, "extendedLength">,
  { file, oneObject }: Reading
): Effect.Effect<Buffer, Failure> =>
  Effect.gen(function* () {
    if ("fid" in file) yield* done("select a file", ask(selectFile(file.fid)))
    const wanted = extendedLength ? MOST_BYTES : 256
    let bytes = Buffer.alloc(0)
    for (;;) {
      const { data, status } = yield* ask(read(file, bytes.length, wanted))
      const ended = status === END_OF_FILE || (status === BEYOND_THE_FILE && bytes.length > 0)
      if (status !== OK && !ended) return yield* wrongStatus("read a file")
      bytes = Buffer.concat([bytes, data])
      const total = oneObject ? objectLength(bytes) : undefined
      if (total !== undefined && bytes.length >= total) return bytes.subarray(0, total)
      if (ended || data.length === 0 || (total === undefined && data.length < wanted)) return bytes
      if (bytes.length >= MOST_BYTES) return yield* Effect.fail(unavailable("a file that is too large"))
    }
  })
