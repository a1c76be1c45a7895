import { type IncomingMessage, request as requestPlain, type ServerResponse } from "node:http"
import { createServer } from "node:https"
import type { AddressInfo } from "node:net"
import type { ServerTls } from "../authority/index.js"
import { type Pairs, pairsIn } from "./form.js"
import type { Bank, Reply, Visits } from "./Visits.js"

const MOST_BYTES = 256 * 1024

const bodyOf = (request: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ""
    request.setEncoding("latin1")
    request.on("data", (part: string) => {
      text += part
      if (text.length > MOST_BYTES) request.destroy()
    })
    request.on("end", () => resolve(text))
    request.on("error", reject)
  })

const nowhere: Reply = { status: 404, html: "<h1>404</h1>" }

const reply = async (request: IncomingMessage, banks: ReadonlyMap<string, Bank>, visits: Visits): Promise<Reply> => {
  const { pathname, search } = new URL(request.url ?? "", "https://localhost")
  const [, place = "", id = ""] = pathname.split("/")
  const body = request.method === "POST" ? await bodyOf(request) : search.slice(1)
  if (place === "visit" && request.method === "POST") {
    const fields = new URLSearchParams(body)
    return visits.press(id, { yes: fields.get("do") === "yes", password: fields.get("password") ?? "" })
  }
  const bank = banks.get(place)
  if (bank === undefined || id !== "single-window" || request.method !== bank.at.protocol.method) return nowhere
  let sent: Pairs
  try {
    sent = pairsIn(body, bank.at.protocol.charset)
  } catch {
    return nowhere
  }
  return visits.arrive(bank, sent)
}

/** Sends a bank's own notice, and does not mind when nobody takes it. */
export const postNotice = (url: string, body: string): void => {
  const sending = requestPlain(url, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" }
  })
  sending.on("error", () => {}).on("response", (response) => response.resume())
  sending.end(body)
}

export interface Running {
  readonly port: number
  readonly stop: () => Promise<void>
}

/** The site on a free port of loopback, over TLS. */
export const run = async (tls: ServerTls, banks: ReadonlyMap<string, Bank>, visits: Visits): Promise<Running> => {
  const server = createServer(tls, (request: IncomingMessage, response: ServerResponse) => {
    reply(request, banks, visits).then(
      ({ html, status }) => {
        response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" })
        response.end(html)
      },
      () => response.destroy()
    )
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      })
  }
}
