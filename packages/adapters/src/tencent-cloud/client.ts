import { randomUUID } from "node:crypto"
import { Agent } from "node:http"
import { Agent as TlsAgent } from "node:https"
import { connect } from "node:net"
import { connect as connectTls } from "node:tls"
import type { PortName, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { optionalPackage } from "../outbound/optionalPackage.js"
import type { Trouble } from "../outbound/Trouble.js"
import { type Thrown, watched } from "../outbound/watch.js"
import type { Settings } from "./Config.js"

export type Call = (action: string, parameters: object) => Effect.Effect<unknown, Trouble | Thrown>

/**
 * The client signs for the host that it connects to, so a relay would spoil the signature: this agent connects to the relay while
 * the client believes in Tencent's own address. One connection for each question, so that an answer can be no other question's.
 */
const agentOf = ({ options, url }: Settings): Agent => {
  const host = url.hostname.replace(/^\[|\]$/g, "")
  const secure = url.protocol === "https:"
  const port = Number(url.port) || (secure ? 443 : 80)
  const agent = secure ? new TlsAgent({ keepAlive: false }) : new Agent({ keepAlive: false })
  agent.createConnection = () =>
    secure ? connectTls({ host, port, servername: host, ca: options.tlsAuthority }) : connect({ host, port })
  return agent
}

type Sdk = typeof import("tencentcloud-sdk-nodejs-common", { with: { "resolution-mode": "require" }})

/** Tencent's own client, loaded with the first question. */
export const clientOf = (port: PortName, settings: Settings): Effect.Effect<Call, Unavailable> =>
  Effect.gen(function* () {
    const sdk = yield* optionalPackage<Sdk>(port, "tencentcloud-sdk-nodejs-common")
    const agent = agentOf(settings)
    const client = yield* Effect.cached(
      Effect.map(sdk, ({ CommonClient }) => {
        const { secretId, secretKey } = settings.options
        return new CommonClient(settings.host, "2018-03-01", {
          credential: { secretId: Redacted.value(secretId), secretKey: Redacted.value(secretKey) },
          // The deadline is kept outside; the client's own only has to be later.
          profile: {
            httpProfile: { agent, protocol: settings.url.protocol === "http:" ? "http://" : "https://", reqTimeout: 60 }
          }
        })
      })
    )
    return (action, parameters) =>
      Effect.flatMap(client, (made) =>
        Effect.suspend(() => {
          const trace = randomUUID()
          const headers = { "X-TC-TraceId": trace, "Accept-Encoding": "identity" }
          return watched(() => made.request(action, parameters, { headers }), {
            mostBytes: settings.mostBytes,
            ours: (head) => (head["x-tc-traceid"] ?? trace) === trace
          })
        })
      )
  })
