import { CardControlMissing, type Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type * as Scope from "effect/Scope"
import { WebSocket } from "ws"
import type { Settings } from "./EportClientOptions.js"
import { type Call, close, frame } from "./Request.js"
import { answers, dataOf, type Failure, readFrame, unavailable } from "./Response.js"

/** An open line to the control. Calls follow one another: the control answers by method, so two at once could be confused. */
export interface Connection {
  readonly call: (call: Call) => Effect.Effect<ReadonlyArray<unknown>, Failure>
}

/** Nobody listens there. */
const absent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "EADDRNOTAVAIL"])

/** Frames about something else that one line may carry. */
const MOST_STRANGERS = 32
const GOODBYE_MILLIS = 250

const dial = ({ mostBytes, tlsAuthority, url }: Settings): WebSocket => {
  const socket = new WebSocket(url, {
    followRedirects: false,
    maxPayload: mostBytes,
    perMessageDeflate: false,
    ...(tlsAuthority === undefined ? {} : { ca: tlsAuthority })
  })
  // A socket whose errors nobody hears ends the process.
  socket.on("error", () => {})
  return socket
}

const opened = (socket: WebSocket): Effect.Effect<void, CardControlMissing | Unavailable> =>
  Effect.async((resume) => {
    socket.once("open", () => resume(Effect.void))
    socket.once("close", () => resume(Effect.fail(unavailable("the line could not be opened"))))
    socket.once("error", (error) => {
      const code = "code" in error ? String(error.code) : ""
      resume(Effect.fail(absent.has(code) ? new CardControlMissing() : unavailable("the line could not be opened")))
    })
  })

/** Ends the card's session and the line, without waiting for an answer that may never come. */
const hangUp = (socket: WebSocket, last: () => string) =>
  Effect.sync(() => {
    if (socket.readyState === WebSocket.OPEN) socket.send(last())
    socket.close()
    setTimeout(() => socket.terminate(), GOODBYE_MILLIS).unref()
  })

const converse = (socket: WebSocket, settings: Settings, nextId: () => number): Connection["call"] => {
  let strangers = 0
  return (call) =>
    Effect.async<ReadonlyArray<unknown>, Failure>((resume) => {
      const asked = { id: nextId(), method: `${settings.prefix}${call.method}` }
      const finish = (result: Either.Either<ReadonlyArray<unknown>, Failure>) => {
        silence()
        resume(result)
      }
      const onMessage = (data: WebSocket.RawData, isBinary: boolean) => {
        const answer = isBinary ? Either.left(unavailable("illegal data")) : readFrame(String(data))
        if (Either.isLeft(answer)) return finish(Either.left(answer.left))
        const fits = answers(answer.right, asked)
        if (fits === "yes") return finish(dataOf(answer.right, call.method, settings.codes))
        if (fits === "mismatched" || ++strangers > MOST_STRANGERS)
          return finish(Either.left(unavailable("an answer to another question")))
      }
      const onEnd = () => finish(Either.left(unavailable("the line broke")))
      const silence = () => {
        socket.off("message", onMessage).off("close", onEnd).off("error", onEnd)
      }
      if (socket.readyState !== WebSocket.OPEN) return onEnd()
      socket.on("message", onMessage).on("close", onEnd).on("error", onEnd)
      socket.send(frame(settings.prefix, asked.id, call), (error) => {
        if (error) onEnd()
      })
      return Effect.sync(silence)
    })
}

/** Opens a line that is hung up when the scope ends, whatever happened in between. */
export const connect = (settings: Settings): Effect.Effect<Connection, Failure, Scope.Scope> =>
  Effect.gen(function* () {
    let id = 0
    const nextId = () => ++id
    const socket = yield* Effect.acquireRelease(
      Effect.sync(() => dial(settings)),
      (line) => hangUp(line, () => frame(settings.prefix, nextId(), close))
    )
    yield* opened(socket)
    return { call: converse(socket, settings, nextId) }
  })
