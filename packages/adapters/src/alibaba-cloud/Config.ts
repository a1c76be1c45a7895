import type { PortName, Unavailable } from "@single-window/core"
import * as EffectConfig from "effect/Config"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Redacted from "effect/Redacted"
import { endpointOf } from "../outbound/Endpoint.js"
import type { PatienceOptions } from "../outbound/exchange.js"
import type { RegistryCall } from "./Request.js"

export interface AlibabaCloudOptions extends PatienceOptions {
  readonly accessKeyId: Redacted.Redacted
  readonly accessKeySecret: Redacted.Redacted
  /** Default https://cloudauth.aliyuncs.com, and https://dysmsapi.aliyuncs.com for messages. */
  readonly endpoint?: string | undefined
  /** What TLS trusts, in PEM, when the endpoint's certificate is no public one. */
  readonly tlsAuthority?: string | undefined
  /** The largest answer. Default 1 MiB. */
  readonly mostBytes?: number | undefined
}

export interface RegistryOptions extends AlibabaCloudOptions {
  /** Which of the two calls: `EntElementVerify`, the default, covers enterprises and sole proprietors, `EntElementVerifyV2` more kinds. */
  readonly call?: RegistryCall | undefined
  /** The name under which the vendor counts these questions: letters, digits and underscores. Default `single_window`. */
  readonly sceneCode?: string | undefined
}

export interface SmsOptions extends AlibabaCloudOptions {
  /** 短信签名, approved by the vendor. */
  readonly signName: string
  /** 短信模板, approved by the vendor. */
  readonly templateCode: string
  /** The template's variable for the code. Default `code`. */
  readonly codeVariable?: string | undefined
  /** The template's variable for the minutes that a code is valid, where it has one. */
  readonly minutesVariable?: string | undefined
}

/** The options, checked and complete. */
export interface Settings {
  readonly options: AlibabaCloudOptions
  readonly url: URL
  readonly mostBytes: number
}

/** Where Alibaba is asked unless an option says otherwise. */
export const defaultEndpoint = (port: PortName): string =>
  port === "sms" ? "https://dysmsapi.aliyuncs.com" : "https://cloudauth.aliyuncs.com"

export const settings = (port: PortName, options: AlibabaCloudOptions): Effect.Effect<Settings, Unavailable> => {
  const address = options.endpoint ?? defaultEndpoint(port)
  return Effect.map(endpointOf(port, "alibaba-cloud", address), (url) => ({
    options,
    url,
    mostBytes: options.mostBytes ?? 1024 * 1024
  }))
}

const optional = (name: string) =>
  EffectConfig.map(EffectConfig.option(EffectConfig.string(name)), Option.getOrUndefined)

const keys = {
  accessKeyId: EffectConfig.redacted("ALIBABA_CLOUD_ACCESS_KEY_ID"),
  accessKeySecret: EffectConfig.redacted("ALIBABA_CLOUD_ACCESS_KEY_SECRET")
}

/** `ALIBABA_CLOUD_ACCESS_KEY_ID` and `ALIBABA_CLOUD_ACCESS_KEY_SECRET`, as Alibaba's own tools read them, and `ALIBABA_CLOUD_ENDPOINT`. */
export const fromEnvironment = EffectConfig.all({ ...keys, endpoint: optional("ALIBABA_CLOUD_ENDPOINT") })

/** The same keys, and `ALIBABA_CLOUD_SMS_SIGN_NAME`, `_TEMPLATE_CODE`, `_CODE_VARIABLE`, `_MINUTES_VARIABLE` and `_ENDPOINT`. */
export const smsFromEnvironment = EffectConfig.all({
  ...keys,
  endpoint: optional("ALIBABA_CLOUD_SMS_ENDPOINT"),
  signName: EffectConfig.string("ALIBABA_CLOUD_SMS_SIGN_NAME"),
  templateCode: EffectConfig.string("ALIBABA_CLOUD_SMS_TEMPLATE_CODE"),
  codeVariable: optional("ALIBABA_CLOUD_SMS_CODE_VARIABLE"),
  minutesVariable: optional("ALIBABA_CLOUD_SMS_MINUTES_VARIABLE")
})
