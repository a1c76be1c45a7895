/**
 * A program of its own that holds one reader for one user action. A native call to a card that hangs cannot be called off, and would hold up
 * whoever made it, to the end of the process; a process can be ended. What was on its way to the card ends with it.
 */
import { frame, framesOf } from "./frames.js"
import type { Break } from "./Link.js"
import { load, meaningOf, type NativeReader, type NativeService } from "./pcsclite.js"

const PRESENT = 0x20

/** How long the service may take to name its readers, and a card to be seen as gone. */
const SETTLING_MILLIS = 1_000
/** How long another program may still hold the card; a session of ours that was ended just before is let go of within this. */
const SHARING_MILLIS = 1_500
/** The largest answer: 64 KiB and a status word. */
const MOST_ANSWER = 65_538

const readers = new Map<string, { readonly reader: NativeReader; state: number | undefined }>()
let card: { readonly reader: NativeReader; readonly protocol: number } | undefined

/** Nothing here waits to be put in order: the system lets go of the card. */
const end = () => process.kill(process.pid, "SIGKILL")

const say = (letter: string, body?: Uint8Array) => {
  process.stdout.write(frame(letter, body))
}
const refuse = (why: Break) => say("e", Buffer.from(why))

const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis))

const until = async (holds: () => boolean, millis: number): Promise<boolean> => {
  for (let waited = 0; waited < millis; waited += 10) {
    if (holds()) return true
    await pause(10)
  }
  return holds()
}

const follow = (service: NativeService) => {
  service.on("error", () => readers.clear())
  service.on("reader", (reader) => {
    const seen: { reader: NativeReader; state: number | undefined } = { reader, state: undefined }
    readers.set(reader.name, seen)
    reader.on("error", () => readers.delete(reader.name))
    reader.on("end", () => readers.delete(reader.name))
    reader.on("status", ({ state }) => {
      seen.state = state
    })
  })
}

const holdsCard = (name: string): boolean => ((readers.get(name)?.state ?? 0) & PRESENT) !== 0

const choose = async (name: string): Promise<NativeReader | Break> => {
  const known = () => [...readers.values()].filter(({ reader }) => name === "" || reader.name === name)
  const settled = () => known().length > 0 && known().every(({ state }) => state !== undefined)
  if (!(await until(settled, SETTLING_MILLIS))) return "no-reader"
  const [first, ...others] = known().filter(({ reader }) => holdsCard(reader.name))
  if (first === undefined) return "no-card"
  return others.length === 0 ? first.reader : "several-cards"
}

const connected = (reader: NativeReader): Promise<number | Break> =>
  new Promise((resolve) =>
    reader.connect({ share_mode: reader.SCARD_SHARE_EXCLUSIVE }, (error, protocol) =>
      resolve(error ? meaningOf(error) : protocol)
    )
  )

const open = async (name: string) => {
  const start = await load()
  if (start === undefined) return refuse("module-missing")
  try {
    // Its first events come before anything that is awaited.
    follow(start())
  } catch (error) {
    return refuse(meaningOf(error))
  }
  const reader = await choose(name)
  if (typeof reader === "string") return refuse(reader)
  const patience = Date.now() + SHARING_MILLIS
  for (;;) {
    const protocol = await connected(reader)
    if (typeof protocol === "number") {
      card = { reader, protocol }
      return say("o")
    }
    if (protocol !== "in-use" || Date.now() > patience) return refuse(protocol)
    await pause(50)
  }
}

const transmit = (command: Buffer) => {
  if (card === undefined) return refuse("broken")
  const { protocol, reader } = card
  reader.transmit(command, MOST_ANSWER, protocol, async (error, answer) => {
    // Some drivers take the end of the line for an answer of no bytes, which no card gives.
    if (!error && answer.length > 0) return say("t", answer)
    const why = meaningOf(error)
    if (why !== "broken") return refuse(why)
    // A card that was pulled breaks the link first and is missed a moment later.
    const gone = await until(() => !holdsCard(reader.name), SETTLING_MILLIS)
    refuse(!gone ? "broken" : readers.has(reader.name) ? "no-card" : "no-reader")
  })
  command.fill(0)
}

const close = () => {
  if (card === undefined) return say("c")
  const { reader } = card
  reader.disconnect(reader.SCARD_RESET_CARD, () => say("c"))
}

const listen = framesOf(({ body, letter }) => {
  if (letter === "O") open(body.toString("utf8"))
  else if (letter === "T") transmit(body)
  else if (letter === "C") close()
  else end()
})

process.stdin.on("data", (chunk: Buffer) => listen(chunk) || end())
process.stdin.on("end", end)
process.stdin.on("error", end)
process.stdout.on("error", end)
