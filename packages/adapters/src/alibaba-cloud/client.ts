import type { PortName, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { optionalPackage } from "../outbound/optionalPackage.js"
import type { Trouble } from "../outbound/Trouble.js"
import { type Thrown, watched } from "../outbound/watch.js"
import type { Settings } from "./Config.js"

export interface Action {
  readonly action: string
  readonly version: string
  /** Where the vendor's own typed clients put the parameters. */
  readonly in: "query" | "form"
}

export type Call = (parameters: Readonly<Record<string, string>>) => Effect.Effect<unknown, Trouble | Thrown>

type Sdk = typeof import("@alicloud/openapi-client", { with: { "resolution-mode": "require" }})

/** The deadline is kept outside; the client's own only has to be later. */
const LATER = 60_000

/**
 * Alibaba's own generic client, loaded with the first question: one package for all four calls, where the typed clients would take
 * three, two of them of more than 30 MB.
 */
export const clientOf = (port: PortName, settings: Settings, action: Action): Effect.Effect<Call, Unavailable> =>
  Effect.gen(function* () {
    const sdk = yield* optionalPackage<Sdk>(port, "@alicloud/openapi-client")
    const { accessKeyId, accessKeySecret, tlsAuthority } = settings.options
    const client = yield* Effect.cached(
      Effect.map(sdk, ({ default: Client, Config, OpenApiRequest, Params }) => {
        const client = new Client(
          new Config({
            accessKeyId: Redacted.value(accessKeyId),
            accessKeySecret: Redacted.value(accessKeySecret),
            endpoint: settings.url.host,
            protocol: settings.url.protocol.slice(0, -1),
            ca: tlsAuthority,
            readTimeout: LATER,
            connectTimeout: LATER
          })
        )
        const params = new Params({
          action: action.action,
          version: action.version,
          protocol: settings.url.protocol.slice(0, -1),
          pathname: "/",
          method: "POST",
          authType: "AK",
          style: "RPC",
          reqBodyType: "formData",
          bodyType: "json"
        })
        // One connection for each question, so that an answer can be no other question's.
        const headers = { connection: "close" }
        return (parameters: Readonly<Record<string, string>>) =>
          client.callApi(
            params,
            new OpenApiRequest(
              action.in === "query" ? { headers, query: { ...parameters } } : { headers, body: { ...parameters } }
            ),
            { autoretry: false, toMap: () => ({}) }
          )
      })
    )
    return (parameters) =>
      Effect.flatMap(client, (ask) => watched(() => ask(parameters), { mostBytes: settings.mostBytes }))
  })
