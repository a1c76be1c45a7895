import { randomBytes } from "node:crypto"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { type BankRedirect, Unavailable } from "@single-window/core"
import * as Deferred from "effect/Deferred"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import { returnAddress } from "./addresses.js"
import type { BankProtocol } from "./BankProtocol.js"
import { page, startPage } from "./pages.js"
import { parametersIn } from "./parameters.js"

export interface ReturnListenerOptions {
  /** In whose charset the answer is read. */
  readonly bank: Pick<BankProtocol, "charset">
  /** Where to listen: plain HTTP on loopback, with a port. Default a free port and a path of 128 random bits. */
  readonly at?: string | undefined
  /** How long to wait for the person. Default 10 minutes. */
  readonly timeout?: Duration.DurationInput | undefined
  /** How long one request of the browser may take. Default 10 seconds. */
  readonly requestMillis?: number | undefined
}

/** Waits on the person's own machine for the browser to come back from the bank. */
export interface ReturnListener {
  /** The return address to give to the bank; its path cannot be guessed. */
  readonly url: string
  /** An address that takes the browser to the bank, by form where the bank wants one. */
  readonly startAt: (redirect: BankRedirect) => string
  /** What came back, once: for `CompleteBankUkey`. */
  readonly returned: Effect.Effect<Readonly<Record<string, string>>, Unavailable>
}

const MOST_BYTES = 64 * 1024
const FORM = "application/x-www-form-urlencoded"

const respond = (response: ServerResponse, status: number, body: string) => {
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    Connection: "close"
  })
  response.end(body)
}

/** The body of a form; nothing when it is another kind of body, or too large. */
const formBody = (request: IncomingMessage): Promise<string | undefined> =>
  new Promise((resolve) => {
    const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase()
    if (type !== FORM || Number(request.headers["content-length"] ?? 0) > MOST_BYTES) return resolve(undefined)
    const parts: Array<Buffer> = []
    let length = 0
    request.on("data", (part: Buffer) => {
      length += part.length
      if (length > MOST_BYTES) return resolve(undefined)
      parts.push(part)
    })
    request.on("end", () => resolve(Buffer.concat(parts).toString("latin1")))
    request.on("close", () => resolve(undefined))
  })

const unavailable = (detail: string) => Effect.fail(new Unavailable({ port: "bank-ukey", detail }))

const listening = (server: Server, address: string, port: number): Effect.Effect<number, Unavailable> =>
  Effect.async((resume) => {
    server.once("error", () =>
      resume(unavailable(port === 0 ? "no port is free" : `the port ${port} cannot be listened on`))
    )
    server.listen(port, address, () => resume(Effect.succeed((server.address() as AddressInfo).port)))
  })

/** Where to listen; nothing when it is no place on this machine. */
const placeAt = (at: string) => {
  const found = Option.filter(
    returnAddress(at),
    ({ port, protocol, search }) => protocol === "http:" && port !== "" && search === ""
  )
  return Option.map(found, ({ hostname, pathname, port }) => ({
    address: hostname === "[::1]" ? "::1" : "127.0.0.1",
    name: hostname,
    port: Number(port),
    path: pathname.replace(/\/$/, "")
  }))
}

/** Opens a listener on a port of 127.0.0.1 until the scope ends. What is malformed is turned away and does not end the waiting. */
export const returnListener = ({
  at,
  bank,
  requestMillis = 10_000,
  timeout = "10 minutes"
}: ReturnListenerOptions): Effect.Effect<ReturnListener, Unavailable, Scope.Scope> =>
  Effect.gen(function* () {
    const answer = yield* Deferred.make<Readonly<Record<string, string>>>()
    const anywhere = { address: "127.0.0.1", name: "127.0.0.1", port: 0, path: `/${randomBytes(16).toString("hex")}` }
    const place = at === undefined ? Option.some(anywhere) : placeAt(at)
    if (Option.isNone(place)) return yield* unavailable("the return address is no port of this machine")
    const here = place.value
    let start: BankRedirect | undefined
    let host = ""
    let taken = false

    const handle = async (request: IncomingMessage, response: ServerResponse) => {
      const [path, query = ""] = (request.url ?? "").split("?", 2)
      // Another site's page that resolves its name to this machine brings its own name along.
      if (request.headers.host !== host) return respond(response, 404, page("notHere"))
      if (path === `${here.path}/start` && request.method === "GET" && start !== undefined)
        return respond(response, 200, startPage(start, bank.charset))
      if (path !== here.path && path !== `${here.path}/`) return respond(response, 404, page("notHere"))
      if (request.method !== "GET" && request.method !== "POST") return respond(response, 405, page("notHere"))
      const text = request.method === "GET" ? query : await formBody(request)
      const read = text === undefined ? undefined : parametersIn(bank, text)
      if (read === undefined || Either.isLeft(read)) return respond(response, 400, page("malformed"))
      if (!taken) {
        taken = true
        Deferred.unsafeDone(answer, Effect.succeed(read.right))
      }
      return respond(response, 200, page("received"))
    }

    const server = createServer(
      {
        maxHeaderSize: 32 * 1024,
        requestTimeout: requestMillis,
        headersTimeout: requestMillis,
        // The platform looks for requests that take too long every half minute unless told.
        connectionsCheckingInterval: Math.min(requestMillis / 2, 1_000)
      },
      (request, response) => {
        void handle(request, response)
      }
    )
    server.on("clientError", (_, socket) => socket.destroy())
    yield* Effect.addFinalizer(() =>
      Effect.sync(() => {
        server.closeAllConnections()
        server.close()
      })
    )
    const port = yield* listening(server, here.address, here.port)
    host = `${here.name}:${port}`
    const url = `http://${host}${here.path}`
    return {
      url,
      startAt: (redirect) => {
        start = redirect
        return `${url}/start`
      },
      returned: Deferred.await(answer).pipe(
        Effect.timeoutFail({
          duration: timeout,
          onTimeout: () => new Unavailable({ port: "bank-ukey", detail: "nothing came back from the bank in time" })
        }),
        Effect.tapError(({ detail = "" }) => Effect.logWarning(`bank-ukey: ${detail}`))
      )
    }
  })
