import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse
} from "node:http"
import { createServer as createTlsServer } from "node:https"
import type { AddressInfo } from "node:net"
import * as Effect from "effect/Effect"
import * as Ref from "effect/Ref"
import * as Runtime from "effect/Runtime"
import type * as Scope from "effect/Scope"
import type { ServerTls } from "../authority/index.js"
import { type Reply, send } from "./reply.js"
import type { WireFault } from "./WireFault.js"

export interface VendorServerOptions {
  readonly tls?: ServerTls
  /** How often the fault `drip` sends a byte. Default one a second. */
  readonly dripMillis?: number
}

/** What is left for the world behind the server. */
export const worldOptionsOf = <Options extends VendorServerOptions>({ tls: _, dripMillis: __, ...rest }: Options) =>
  rest

/** A question as it came in. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Received {
  readonly action: string
  /** The signature was right. */
  readonly signed: boolean
}

export interface VendorServer {
  readonly url: string
  /** What befalls the next questions, one each (`undefined`: nothing), in place of what was to; then all is well again. */
  readonly befall: (faults: ReadonlyArray<WireFault | undefined>) => Effect.Effect<void>
  /** Every question, oldest first. */
  readonly received: Effect.Effect<ReadonlyArray<Received>>
  /** How much of the fault `oversized` was handed over before the other end hung up. */
  readonly flooded: Effect.Effect<number>
  /** Connections that are open now. */
  readonly connections: Effect.Effect<number>
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Array<Buffer> = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** What a vendor makes of a question. */
export type Attend<R> = (
  asked: Asked
) => Effect.Effect<{ readonly reply: Reply; readonly received: Received }, never, R>

/** A server on loopback until the scope ends. */
export const serve = <R>(
  attend: Attend<R>,
  { dripMillis = 1000, tls }: VendorServerOptions
): Effect.Effect<VendorServer, never, R | Scope.Scope> =>
  Effect.gen(function* () {
    const run = Runtime.runPromise(yield* Effect.runtime<R>())
    const queue = yield* Ref.make<ReadonlyArray<WireFault | undefined>>([])
    const received = yield* Ref.make<ReadonlyArray<Received>>([])
    let flooded = 0

    const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      response.on("error", () => {})
      const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost")
      const { headers, method = "" } = request
      const asked = { method, headers, path: pathname, query: searchParams, body: await bodyOf(request) }
      const told = await run(attend(asked))
      await run(Ref.update(received, (all) => [...all, told.received]))
      const fault = await run(Ref.modify(queue, ([first, ...rest]) => [first, rest] as const))
      const sent = (bytes: number) => {
        flooded += bytes
      }
      send(response, told.reply, fault, { dripMillis, sent })
    }

    const server = yield* Effect.acquireRelease(
      Effect.async<Server>((resume) => {
        const made = tls === undefined ? createServer() : createTlsServer({ ...tls })
        made.on("request", (request, response) => {
          answer(request, response).catch(() => response.destroy())
        })
        made.on("clientError", (_, socket) => socket.destroy())
        made.listen(0, "127.0.0.1", () => resume(Effect.succeed(made)))
      }),
      (made) =>
        Effect.async<void>((resume) => {
          made.close(() => resume(Effect.void))
          made.closeAllConnections()
        })
    )
    const { port } = server.address() as AddressInfo
    return {
      url: tls === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`,
      befall: (faults) => Ref.set(queue, faults),
      received: Ref.get(received),
      flooded: Effect.sync(() => flooded),
      connections: Effect.async((resume) => {
        server.getConnections((_, count) => resume(Effect.succeed(count ?? 0)))
      })
    }
  })
