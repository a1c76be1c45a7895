import { challengeText } from "../certificate/index.js"
import type { WireRequest } from "./Wire.js"

/** The methods that a card's proof takes, in the order in which they are called. */
export type Method = "SpcInitEnvEx" | "SpcVerifyPIN" | "SpcSignDataAsPEM" | "SpcGetSignCertAsPEM" | "SpcClearEnv"

export interface Call {
  readonly method: Method
  readonly args: WireRequest["args"]
}

const call = (method: Method, args: Call["args"] = {}): Call => ({ method, args })

export const open = call("SpcInitEnvEx")
export const close = call("SpcClearEnv")
export const certificate = call("SpcGetSignCertAsPEM")
/** The one call that carries the PIN. */
export const verifyPin = (pin: string): Call => call("SpcVerifyPIN", { passwd: pin })
/** Never with the PIN: that would be a second try for one entry. */
export const sign = (challenge: Parameters<typeof challengeText>[0]): Call =>
  call("SpcSignDataAsPEM", { inData: challengeText(challenge) })

export const frame = (prefix: string, id: number, { args, method }: Call): string =>
  JSON.stringify({ _method: `${prefix}${method}`, _id: id, args } satisfies WireRequest)

/** PINs of China E-Port cards have eight characters; any other is turned away before a try is spent on it. */
export const isPin = (pin: string): boolean => /^[\x21-\x7e]{8}$/.test(pin)
