import type { PortName, Unavailable } from "@single-window/core"
import * as EffectConfig from "effect/Config"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Redacted from "effect/Redacted"
import { endpointOf } from "../outbound/Endpoint.js"
import type { PatienceOptions } from "../outbound/exchange.js"

export interface TencentCloudOptions extends PatienceOptions {
  readonly secretId: Redacted.Redacted
  readonly secretKey: Redacted.Redacted
  /** Default https://faceid.tencentcloudapi.com; a relay of one's own is named here too, and gets questions signed for Tencent. */
  readonly endpoint?: string | undefined
  /** What TLS trusts, in PEM, when a relay's certificate is no public one. */
  readonly tlsAuthority?: string | undefined
  /** The largest answer. Default 1 MiB. */
  readonly mostBytes?: number | undefined
}

/** The options, checked and complete. */
export interface Settings {
  readonly options: TencentCloudOptions
  /** Whom a question is signed for: the first label is the service's name, which goes into the signature. */
  readonly host: string
  /** Where it is sent. */
  readonly url: URL
  readonly mostBytes: number
}

const HOST = "faceid.tencentcloudapi.com"

/** Where Tencent is asked unless an option says otherwise. */
export const defaultEndpoint = `https://${HOST}`

export const settings = (port: PortName, options: TencentCloudOptions): Effect.Effect<Settings, Unavailable> =>
  Effect.map(endpointOf(port, "tencent-cloud", options.endpoint ?? defaultEndpoint), (url) => ({
    options,
    url,
    host: /^faceid\.([a-z0-9-]+\.)*tencentcloudapi\.com$/.test(url.hostname) ? url.hostname : HOST,
    mostBytes: options.mostBytes ?? 1024 * 1024
  }))

/** `TENCENTCLOUD_SECRET_ID` and `TENCENTCLOUD_SECRET_KEY`, as Tencent's own tools read them, and `TENCENTCLOUD_ENDPOINT`. */
export const fromEnvironment = EffectConfig.all({
  secretId: EffectConfig.redacted("TENCENTCLOUD_SECRET_ID"),
  secretKey: EffectConfig.redacted("TENCENTCLOUD_SECRET_KEY"),
  endpoint: EffectConfig.map(EffectConfig.option(EffectConfig.string("TENCENTCLOUD_ENDPOINT")), Option.getOrUndefined)
})
