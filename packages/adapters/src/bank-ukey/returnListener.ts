import { randomBytes } from "node:crypto"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { type BankRedirect, Unavailable } from "@single-window/core"
import * as Deferred from "effect/Deferred"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type * as Scope from "effect/Scope"
import type { BankProtocol } from "./BankProtocol.js"
import { page, startPage } from "./pages.js"
import { parametersIn } from "./parameters.js"

export interface ReturnListenerOptions {
  /** In whose charset the answer is read. */
  readonly bank: Pick<BankProtocol, "charset">
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

const listening = (server: Server): Effect.Effect<number, Unavailable> =>
  Effect.async((resume) => {
    server.once("error", () => resume(Effect.fail(new Unavailable({ port: "bank-ukey", detail: "no port is free" }))))
    server.listen(0, "127.0.0.1", () => resume(Effect.succeed((server.address() as AddressInfo).port)))
  })

/** Opens a listener on a free port of 127.0.0.1 until the scope ends. What is malformed is turned away and does not end the waiting. */
export const returnListener = ({
  bank,
  requestMillis = 10_000,
  timeout = "10 minutes"
}: ReturnListenerOptions): Effect.Effect<ReturnListener, Unavailable, Scope.Scope> =>
  Effect.gen(function* () {
    const answer = yield* Deferred.make<Readonly<Record<string, string>>>()
    const token = randomBytes(16).toString("hex")
    let start: BankRedirect | undefined
    let host = ""
    let taken = false

    const handle = async (request: IncomingMessage, response: ServerResponse) => {
      const [path, query = ""] = (request.url ?? "").split("?", 2)
      // Another site's page that resolves its name to this machine brings its own name along.
      if (request.headers.host !== host) return respond(response, 404, page("notHere"))
      if (path === `/${token}/start` && request.method === "GET" && start !== undefined)
        return respond(response, 200, startPage(start, bank.charset))
      if (path !== `/${token}`) return respond(response, 404, page("notHere"))
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
    const port = yield* listening(server)
    host = `127.0.0.1:${port}`
    const url = `http://${host}/${token}`
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
        })
      )
    }
  })
