import { Agent, type ClientRequest, type IncomingMessage, request as requestPlain } from "node:http"
import { request as requestTls, Agent as TlsAgent } from "node:https"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { plainCode, Trouble } from "./Trouble.js"
import { retryAfter, unreached } from "./watch.js"

export interface Answered {
  readonly status: number
  readonly body: unknown
}

export interface PostOptions {
  /** What TLS trusts, in PEM, when the service's certificate is no public one. */
  readonly tlsAuthority?: string | undefined
  readonly mostBytes: number
}

export type Post = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  json: unknown
) => Effect.Effect<Answered, Trouble>

/** Why an answer's head alone will not do. */
const troubleInHead = ({ headers, statusCode = 0 }: IncomingMessage, mostBytes: number): Trouble | undefined => {
  if (statusCode === 429) return new Trouble({ reason: "limited", askAgainAt: retryAfter(headers, Date.now()) })
  if (statusCode >= 500) return new Trouble({ reason: "server-error", code: `HTTP${statusCode}` })
  if (statusCode >= 300 && statusCode < 400) return new Trouble({ reason: "not-understood", code: `HTTP${statusCode}` })
  if (!/^application\/json\s*(;|$)/i.test(headers["content-type"] ?? "")) return new Trouble({ reason: "not-json" })
  if ((headers["content-encoding"] ?? "identity") !== "identity") return new Trouble({ reason: "not-understood" })
  if (Number(headers["content-length"] ?? 0) > mostBytes) return new Trouble({ reason: "too-large" })
  return undefined
}

const bodyOf = (answer: IncomingMessage, mostBytes: number, done: (said: Buffer | Trouble) => void): void => {
  const parts: Array<Buffer> = []
  let length = 0
  answer.on("data", (part: Buffer) => {
    length += part.length
    if (length > mostBytes) done(new Trouble({ reason: "too-large" }))
    else parts.push(part)
  })
  answer.on("end", () => done(answer.complete ? Buffer.concat(parts) : new Trouble({ reason: "broken-off" })))
  answer.on("error", () => done(new Trouble({ reason: "broken-off" })))
}

const parsed = (bytes: Buffer): Effect.Effect<unknown, Trouble> =>
  Effect.try({
    try: () => JSON.parse(bytes.toString("utf8")) as unknown,
    catch: () => new Trouble({ reason: "not-understood" })
  })

const send = (sending: ClientRequest, text: string, mostBytes: number): Effect.Effect<Answered, Trouble> =>
  Effect.async((resume) => {
    let connected = false
    const finish = (said: Effect.Effect<Answered, Trouble>) => {
      resume(said)
      sending.destroy()
    }
    sending.on("socket", (socket) => {
      if (!socket.connecting) connected = true
      else
        socket.once("encrypted" in socket ? "secureConnect" : "connect", () => {
          connected = true
        })
    })
    sending.on("error", (error: NodeJS.ErrnoException) => {
      const code = plainCode(error.code)
      resume(Effect.fail(connected ? new Trouble({ reason: "broken-off", code }) : unreached(code)))
    })
    sending.on("response", (answer) => {
      const trouble = troubleInHead(answer, mostBytes)
      if (trouble !== undefined) return finish(Effect.fail(trouble))
      bodyOf(answer, mostBytes, (said) => {
        if (said instanceof Trouble) return finish(Effect.fail(said))
        resume(Effect.map(parsed(said), (body) => ({ status: answer.statusCode ?? 0, body })))
      })
    })
    sending.end(text)
    return Effect.sync(() => sending.destroy())
  })

/** Asks a service in JSON over lines that stay open until the scope ends. No redirect is followed, nothing packed is unpacked. */
export const makePost = ({ mostBytes, tlsAuthority }: PostOptions): Effect.Effect<Post, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.sync(() => ({
        plain: new Agent({ keepAlive: true }),
        tls: new TlsAgent({ keepAlive: true, ...(tlsAuthority === undefined ? {} : { ca: tlsAuthority }) })
      })),
      ({ plain, tls }) =>
        Effect.sync(() => {
          plain.destroy()
          tls.destroy()
        })
    ),
    ({ plain, tls }) =>
      (url, headers, json) =>
        Effect.suspend(() => {
          const text = JSON.stringify(json)
          const options = {
            method: "POST",
            headers: {
              ...headers,
              accept: "application/json",
              "content-type": "application/json",
              "content-length": Buffer.byteLength(text)
            }
          }
          const sending =
            url.protocol === "https:"
              ? requestTls(url, { ...options, agent: tls })
              : requestPlain(url, { ...options, agent: plain })
          return send(sending, text, mostBytes)
        })
  )
