import { AsyncLocalStorage } from "node:async_hooks"
import { subscribe } from "node:diagnostics_channel"
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from "node:http"
import type { Socket } from "node:net"
import { TLSSocket } from "node:tls"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import { plainCode, Trouble } from "./Trouble.js"

export interface WatchOptions {
  /** The largest answer, head included. */
  readonly mostBytes: number
  /** Whether the head of an answer belongs to what was asked. */
  readonly ours?: (headers: IncomingHttpHeaders) => boolean
}

/** The call came back with an answer over HTTP that the vendor's client threw on. */
export class Thrown extends Data.TaggedClass("Thrown")<{ readonly error: unknown; readonly status: number }> {}

const watches = new AsyncLocalStorage<Watch | undefined>()
const isRequest = (message: unknown): message is { readonly request: ClientRequest } =>
  typeof message === "object" && message !== null && "request" in message

let listening = false
const listen = () => {
  if (listening) return
  listening = true
  subscribe("http.client.request.start", (message) => {
    if (isRequest(message)) watches.getStore()?.take(message.request)
  })
}

const network = /^(E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|ADDRNOTAVAIL)|ENOTFOUND|EAI_AGAIN)$/

/** Why there is no line to a service, by the platform's code. */
export const unreached = (code: string | undefined): Trouble =>
  new Trouble({ reason: code === undefined || network.test(code) ? "unreachable" : "not-trusted", code })

export const retryAfter = (headers: IncomingHttpHeaders, now: number): number | undefined => {
  const seconds = Number(headers["retry-after"])
  return Number.isFinite(seconds) && seconds > 0 ? now + Math.min(seconds, 86_400) * 1000 : undefined
}

const troubleInHead = (answer: IncomingMessage, options: WatchOptions): Trouble | undefined => {
  const { headers, statusCode = 0 } = answer
  if (statusCode === 429) return new Trouble({ reason: "limited", askAgainAt: retryAfter(headers, Date.now()) })
  if (statusCode >= 500) return new Trouble({ reason: "server-error", code: `HTTP${statusCode}` })
  // A redirect would carry the question to whoever is named in it.
  if (statusCode >= 300 && statusCode < 400) return new Trouble({ reason: "not-understood", code: `HTTP${statusCode}` })
  if (!/^application\/json\s*(;|$)/i.test(headers["content-type"] ?? "")) return new Trouble({ reason: "not-json" })
  // Nothing packed was asked for, and what is packed has no size that could be limited.
  if ((headers["content-encoding"] ?? "identity") !== "identity") return new Trouble({ reason: "not-understood" })
  if (Number(headers["content-length"] ?? 0) > options.mostBytes) return new Trouble({ reason: "too-large" })
  if (options.ours?.(headers) === false) return new Trouble({ reason: "about-another" })
  return undefined
}

/** Watches the requests of one call of a vendor's client, whatever agent it uses, and can end them. */
class Watch {
  private readonly requests = new Set<ClientRequest>()
  private readonly sockets = new Set<Socket>()
  private trouble: Trouble | undefined
  private connected = false
  private answer: IncomingMessage | undefined
  private errorCode: unknown
  private read = 0

  constructor(
    private readonly options: WatchOptions,
    private readonly failed: (trouble: Trouble) => void
  ) {}

  take(request: ClientRequest): void {
    this.requests.add(request)
    request.once("error", (error: NodeJS.ErrnoException) => {
      this.errorCode ??= error.code
    })
    // The channel speaks up when the request has its socket, connected or not.
    if (request.socket) this.follow(request.socket)
    else request.once("socket", (socket) => this.follow(socket))
    request.prependOnceListener("response", (answer: IncomingMessage) => {
      this.answer = answer
      answer.on("error", () => {})
      const trouble = troubleInHead(answer, this.options)
      if (trouble !== undefined) this.fail(trouble)
      // A listener that is left on the socket makes node-fetch take a whole answer for one that was broken off.
      answer.once("end", () => {
        for (const socket of this.sockets) socket.off("data", this.count)
      })
      answer.once("close", () => {
        if (!answer.complete) this.fail(new Trouble({ reason: "broken-off" }))
      })
    })
  }

  private readonly count = (chunk: Buffer): void => {
    this.read += chunk.length
    if (this.read > this.options.mostBytes) this.fail(new Trouble({ reason: "too-large" }))
  }

  private follow(socket: Socket): void {
    this.sockets.add(socket)
    const secure = socket instanceof TLSSocket
    if (!socket.connecting && !secure) this.connected = true
    socket.once(secure ? "secureConnect" : "connect", () => {
      this.connected = true
    })
    // The request has its own listener by now, so this one takes nothing away from it.
    socket.on("data", this.count)
  }

  private fail(trouble: Trouble): void {
    this.trouble ??= trouble
    this.failed(this.trouble)
    this.end()
  }

  end(): void {
    for (const request of this.requests) request.destroy()
  }

  /** Whether what the client made of it came over a line that was watched. */
  sawAnswer(): boolean {
    return this.answer !== undefined
  }

  explain(error: unknown): Trouble | Thrown {
    if (this.trouble !== undefined) return this.trouble
    const code = plainCode(this.errorCode)
    if (this.answer?.complete === true) return new Thrown({ error, status: this.answer.statusCode ?? 0 })
    if (this.requests.size === 0) return new Trouble({ reason: "not-understood" })
    if (this.connected) return new Trouble({ reason: "broken-off", code })
    return unreached(code)
  }
}

/**
 * Runs a call of a vendor's client within bounds that the client itself does not keep: the size and kind of an answer are
 * looked at while it arrives, and an interrupted call leaves no connection behind.
 */
export const watched = <A>(call: () => Promise<A>, options: WatchOptions): Effect.Effect<A, Trouble | Thrown> =>
  Effect.async((resume) => {
    listen()
    // What goes on from here is no part of the call, though it may be told of from within.
    const watch = new Watch(options, (trouble) => watches.run(undefined, () => resume(Effect.fail(trouble))))
    watches
      .run(watch, async () => call())
      .then(
        (answer) =>
          resume(watch.sawAnswer() ? Effect.succeed(answer) : Effect.fail(new Trouble({ reason: "not-understood" }))),
        (error) => resume(Effect.fail(watch.explain(error)))
      )
    return Effect.sync(() => watch.end())
  })
