import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { Effect, type Scope } from "effect"
import type { Notice } from "../../src/webhook/index.js"

export interface Received {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly notices: ReadonlyArray<Notice>
}

/** How a receiver behaves, one delivery each; then it takes everything. */
export type Whim = number | "reset" | "silence" | { readonly status: number; readonly retryAfter: string }

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Array<Buffer> = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString("utf8")
}

const behave = (response: ServerResponse, whim: Whim | undefined): void => {
  if (whim === "reset") response.socket?.resetAndDestroy()
  else if (typeof whim === "object") response.writeHead(whim.status, { "retry-after": whim.retryAfter }).end()
  else if (whim !== "silence")
    response.writeHead(whim ?? 204, whim === 302 ? { location: "http://127.0.0.1:9/" } : {}).end()
}

export interface Receiver {
  readonly url: string
  readonly received: Array<Received>
  readonly whims: Array<Whim>
}

export const receiver = (...whims: Array<Whim>): Effect.Effect<Receiver, never, Scope.Scope> =>
  Effect.gen(function* () {
    const received: Array<Received> = []
    const server = yield* Effect.acquireRelease(
      Effect.async<ReturnType<typeof createServer>>((resume) => {
        const made = createServer(async (request, response) => {
          const body = await textOf(request)
          const headers = Object.fromEntries(
            Object.entries(request.headers).map(([name, value]) => [name, String(value)])
          )
          received.push({ headers, body, notices: JSON.parse(body).data })
          behave(response, whims.shift())
        })
        made.listen(0, "127.0.0.1", () => resume(Effect.succeed(made)))
      }),
      (made) =>
        Effect.async<void>((resume) => {
          made.close(() => resume(Effect.void))
          made.closeAllConnections()
        })
    )
    const { port } = server.address() as AddressInfo
    return { url: `http://127.0.0.1:${port}/hooks`, received, whims }
  })
