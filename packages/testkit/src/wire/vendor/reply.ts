import type { ServerResponse } from "node:http"
import { gzipSync } from "node:zlib"
import type { WireFault, WireFaultName } from "./WireFault.js"

/** What a vendor answers, and what it would answer if it were confused. */
export interface Reply {
  readonly status: number
  /** The id of the request, which both the right and the wrong shape carry. */
  readonly id: string
  readonly json: object
  /** A "yes" about somebody else. */
  readonly other: object
  readonly headers?: Readonly<Record<string, string>>
  /** Headers that mark an answer to another request. */
  readonly otherHeaders: Readonly<Record<string, string>>
}

const JSON_TYPE = "application/json; charset=utf-8"
const HUGE = 100 * 1024 * 1024
const PACKED = 10 * 1024 * 1024

/** A JSON object with so many blanks before its end. */
const padded = (json: object, blanks: number): readonly [string, number] => [JSON.stringify(json).slice(0, -1), blanks]

const flood = (response: ServerResponse, json: object, sent: (bytes: number) => void): void => {
  const [head, blanks] = padded(json, HUGE)
  const chunk = Buffer.alloc(64 * 1024, " ")
  let left = blanks
  response.write(head)
  const pour = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length
      sent(chunk.length)
      if (!response.write(chunk)) {
        response.once("drain", pour)
        return
      }
    }
    if (!response.destroyed) response.end("}")
  }
  pour()
}

const drip = (response: ServerResponse, text: string, everyMillis: number): void => {
  const bytes = Buffer.from(text)
  let at = 0
  const timer = setInterval(() => {
    if (response.destroyed || at >= bytes.length) {
      clearInterval(timer)
      response.end()
    } else response.write(bytes.subarray(at, ++at))
  }, everyMillis)
  response.once("close", () => clearInterval(timer))
}

export interface Misbehaviour {
  readonly dripMillis: number
  /** Told of every byte of a flood that was handed over. */
  readonly sent: (bytes: number) => void
}

type Response = ServerResponse

const faulty: Readonly<Record<WireFaultName, (response: Response, reply: Reply, how: Misbehaviour) => void>> = {
  reset: (response) => response.socket?.resetAndDestroy(),
  silence: () => {},
  drip: (response, { headers, json }, { dripMillis }) => {
    response.writeHead(200, { "content-type": JSON_TYPE, ...headers }).flushHeaders()
    drip(response, JSON.stringify(json), dripMillis)
  },
  "status-500": (response) =>
    response.writeHead(500, { "content-type": JSON_TYPE }).end(JSON.stringify({ Code: "InternalError" })),
  "status-429": (response) =>
    response
      .writeHead(429, { "content-type": JSON_TYPE, "retry-after": "60" })
      .end(JSON.stringify({ Code: "Throttling" })),
  "wrong-type": (response, { headers, json }) =>
    response.writeHead(200, { "content-type": "text/html", ...headers }).end(JSON.stringify(json)),
  truncated: (response, { headers, json }) => {
    const text = JSON.stringify(json)
    response.writeHead(200, { "content-type": JSON_TYPE, ...headers }).end(text.slice(0, text.length / 2))
  },
  "broken-off": (response, { headers, json }) => {
    const text = JSON.stringify(json)
    response.writeHead(200, { "content-type": JSON_TYPE, "content-length": Buffer.byteLength(text), ...headers })
    response.write(text.slice(0, text.length / 2), () => response.socket?.destroy())
  },
  oversized: (response, { headers, json }, { sent }) => {
    response.writeHead(200, { "content-type": JSON_TYPE, ...headers })
    flood(response, json, sent)
  },
  packed: (response, { headers, json }) => {
    const [head, blanks] = padded(json, PACKED)
    const body = gzipSync(Buffer.concat([Buffer.from(head), Buffer.alloc(blanks, " "), Buffer.from("}")]))
    response.writeHead(200, { "content-type": JSON_TYPE, "content-encoding": "gzip", ...headers }).end(body)
  },
  "wrong-schema": (response, { headers, id }) => {
    // "Yes" in the wrong type and in the wrong place.
    const result = { Result: { BizCode: 1, Status: 1 }, ResultObject: "1", BizCode: "1", Code: 200 }
    const json = { ...result, RequestId: id, Response: { Result: 0, RequestId: id } }
    response.writeHead(200, { "content-type": JSON_TYPE, ...headers }).end(JSON.stringify(json))
  },
  "another-person": (response, { headers, other }) =>
    response.writeHead(200, { "content-type": JSON_TYPE, ...headers }).end(JSON.stringify(other)),
  "another-request": (response, { headers, json, otherHeaders }) =>
    response.writeHead(200, { "content-type": JSON_TYPE, ...headers, ...otherHeaders }).end(JSON.stringify(json)),
  redirect: (response, { json }) =>
    response.writeHead(307, { location: "http://127.0.0.1:9/", "content-type": JSON_TYPE }).end(JSON.stringify(json))
}

/** Answers as it should, or as the fault has it; an answer that a test wrote goes out under no other mark than its own. */
export const send = (response: Response, reply: Reply, fault: WireFault | undefined, how: Misbehaviour): void => {
  if (typeof fault === "string") {
    faulty[fault](response, reply, how)
    return
  }
  const { headers, json, status } = fault === undefined ? reply : { status: 200, headers: {}, ...fault }
  response.writeHead(status, { "content-type": JSON_TYPE, ...headers }).end(JSON.stringify(json))
}
