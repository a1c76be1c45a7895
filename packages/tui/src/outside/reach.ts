import { request as requestPlain } from "node:http"
import { request as requestTls } from "node:https"
import { connect, TLSSocket } from "node:tls"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"

/** How far away a service is: nothing about anybody is sent, only a request for the head of its first page, or none at all. */
export interface Reached {
  readonly host: string
  readonly millis: number
  /** Until when its certificate holds; nothing without TLS. */
  readonly until?: Date | undefined
  /** How far this machine's clock is ahead of theirs, in seconds. */
  readonly clockSeconds?: number | undefined
}

export class NotReached extends Data.TaggedClass("NotReached")<{ readonly host: string; readonly why: string }> {}

const MOST = 5_000

const whyOf = (error: NodeJS.ErrnoException): string => error.code ?? "no answer"

const certificateEnd = (socket: unknown): Date | undefined =>
  socket instanceof TLSSocket ? new Date(socket.getPeerCertificate().valid_to) : undefined

/** Asks for the head of a service's first page. Any answer will do, a refusal too. */
export const reach = (address: string, authority?: string): Effect.Effect<Reached, NotReached> =>
  Effect.async((resume) => {
    const url = new URL(address)
    const { host } = url
    const began = performance.now()
    const secure = url.protocol === "https:"
    const sending = (secure ? requestTls : requestPlain)(
      url,
      { method: "HEAD", agent: false, timeout: MOST, ...(authority === undefined ? {} : { ca: authority }) },
      (answer) => {
        const millis = Math.round(performance.now() - began)
        const theirs = Date.parse(answer.headers.date ?? "")
        const clock = Number.isNaN(theirs) ? undefined : Math.round((Date.now() - millis / 2 - theirs - 500) / 1000)
        resume(Effect.succeed({ host, millis, until: certificateEnd(answer.socket), clockSeconds: clock }))
        answer.resume()
        sending.destroy()
      }
    )
    sending.on("timeout", () => sending.destroy(Object.assign(new Error("late"), { code: "ETIMEDOUT" })))
    sending.on("error", (error) => resume(Effect.fail(new NotReached({ host, why: whyOf(error) }))))
    sending.end()
    return Effect.sync(() => sending.destroy())
  })

/** Opens a line over TLS and closes it: for a site that counts what it is asked. */
export const reachLine = (address: string, authority?: string): Effect.Effect<Reached, NotReached> =>
  Effect.async((resume) => {
    const { host, hostname, port } = new URL(address)
    const began = performance.now()
    const name = hostname.replace(/^\[|\]$/g, "")
    const line = connect(
      {
        host: name,
        port: Number(port) || 443,
        ...(/[a-z]/i.test(name) ? { servername: name } : {}),
        ...(authority === undefined ? {} : { ca: authority })
      },
      () => {
        resume(Effect.succeed({ host, millis: Math.round(performance.now() - began), until: certificateEnd(line) }))
        line.destroy()
      }
    )
    line.setTimeout(MOST, () => line.destroy(Object.assign(new Error("late"), { code: "ETIMEDOUT" })))
    line.on("error", (error) => resume(Effect.fail(new NotReached({ host, why: whyOf(error) }))))
    return Effect.sync(() => line.destroy())
  })
