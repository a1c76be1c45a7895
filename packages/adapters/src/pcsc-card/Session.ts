import { type ChildProcess, spawn } from "node:child_process"
import { createRequire } from "node:module"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { type Frame, frame, framesOf } from "./frames.js"
import { type Break, breaks, type Connect, type Failure, failureOf, type Link } from "./Link.js"

const GOODBYE_MILLIS = 1_000

/** Found by the package's own name for it, so that it is the built program whichever way this file was loaded. */
const program = () => createRequire(import.meta.url).resolve("#pcsc-card-program")

/** Nothing that is secret is handed down. */
const passed = ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "PCSCLITE_CSOCK_NAME"]
const environment = () =>
  Object.fromEntries(passed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))

const isBreak = (text: string): text is Break => breaks.some((one) => one === text)

const atMost = <A, E>(effect: Effect.Effect<A, E>) =>
  Effect.ignore(Effect.timeout(Effect.interruptible(effect), GOODBYE_MILLIS))

interface Session {
  readonly ask: (letter: string, body?: Buffer) => Effect.Effect<Buffer, Failure>
  readonly end: Effect.Effect<void>
}

const gone = Effect.fail(failureOf("broken"))

const exited = (child: ChildProcess): Effect.Effect<void> =>
  Effect.async<void>((resume) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return resume(Effect.void)
    child.once("exit", () => resume(Effect.void))
  })

const start = (): Session => {
  const child = spawn(process.execPath, [program()], {
    stdio: ["pipe", "pipe", "ignore"],
    env: environment(),
    windowsHide: true
  })
  const { stdin, stdout } = child
  let over = false
  let waiting: ((said: Either.Either<Frame, Failure>) => void) | undefined
  const settle = (said: Either.Either<Frame, Failure>) => {
    const one = waiting
    waiting = undefined
    one?.(said)
  }
  const stop = () => {
    over = true
    child.kill("SIGKILL")
    settle(Either.left(failureOf("broken")))
  }
  const heard = framesOf((said) => settle(Either.right({ ...said, body: Buffer.from(said.body) })))
  stdout.on("data", (chunk: Buffer) => heard(chunk) || stop())
  for (const stream of [child, stdin, stdout]) stream.on("error", stop)
  child.on("exit", stop)
  process.once("exit", stop)

  const ask: Session["ask"] = (letter, body) =>
    Effect.async((resume) => {
      if (over || waiting !== undefined) return resume(gone)
      waiting = (said) => resume(Either.match(said, { onLeft: Effect.fail, onRight: (answer) => read(letter, answer) }))
      const bytes = frame(letter, body)
      body?.fill(0)
      // The pipe has them now, or the line is broken: either way they are not ours any more.
      stdin.write(bytes, () => bytes.fill(0))
      // Nobody can be told to stop waiting for a card but the program as a whole.
      return Effect.sync(stop)
    })

  const read = (letter: string, { body, letter: said }: Frame): Effect.Effect<Buffer, Failure> => {
    if (said === letter.toLowerCase()) return Effect.succeed(body)
    const why = body.toString("latin1")
    return Effect.fail(failureOf(said === "e" && isBreak(why) ? why : "broken"))
  }

  return {
    ask,
    end: Effect.gen(function* () {
      if (!over) yield* atMost(ask("C"))
      stop()
      yield* atMost(exited(child))
      process.off("exit", stop)
    })
  }
}

/** A line through the PC/SC service to the card in a reader, or in the only reader that holds one. */
export const connect = (reader: string | undefined): Connect =>
  Effect.gen(function* () {
    const session = yield* Effect.acquireRelease(
      Effect.try({ try: start, catch: () => failureOf("broken") }),
      ({ end }) => end
    )
    yield* session.ask("O", Buffer.from(reader ?? ""))
    return { transmit: (command) => session.ask("T", command) } satisfies Link
  })
