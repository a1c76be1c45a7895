import { createHmac, timingSafeEqual } from "node:crypto"
import * as Redacted from "effect/Redacted"

/** A secret that sender and receiver share: `whsec_` and at least 24 random bytes in base64. */
export type Secret = Redacted.Redacted

const LEAST = 24

const keyOf = (secret: Secret): Buffer => Buffer.from(Redacted.value(secret).replace(/^whsec_/, ""), "base64")

/** Whether a secret is long enough to sign with. */
export const isStrong = (secret: Secret): boolean => keyOf(secret).length >= LEAST

export interface Signed {
  readonly id: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly body: string
}

const one = ({ body, id, timestamp }: Signed, secret: Secret): Buffer =>
  createHmac("sha256", keyOf(secret)).update(`${id}.${timestamp}.${body}`, "utf8").digest()

/** Signs time and body as Standard Webhooks 1.0 has it, once with each secret, so that a receiver may hold any one of them. */
export const sign = (message: Signed, secrets: ReadonlyArray<Secret>): Readonly<Record<string, string>> => ({
  "webhook-id": message.id,
  "webhook-timestamp": String(message.timestamp),
  "webhook-signature": secrets.map((secret) => `v1,${one(message, secret).toString("base64")}`).join(" ")
})

export interface Delivery {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string> | undefined>>
  /** As it came, before anything parses it. */
  readonly body: string
}

export interface VerifyOptions {
  readonly secrets: ReadonlyArray<Secret>
  /** Epoch milliseconds. */
  readonly now: number
  /** Seconds by which the sender's clock may differ. Default 300. */
  readonly tolerance?: number
}

/** For the receiver: whether a delivery was signed just now with one of the secrets. */
export const verify = ({ body, headers }: Delivery, { now, secrets, tolerance = 300 }: VerifyOptions): boolean => {
  const text = (name: string): string => {
    const value = headers[name]
    return typeof value === "string" ? value : ""
  }
  const id = text("webhook-id")
  const timestamp = text("webhook-timestamp")
  if (id === "" || !/^[0-9]{1,12}$/.test(timestamp)) return false
  if (Math.abs(Number(timestamp) - now / 1000) > tolerance) return false
  const given = text("webhook-signature")
    .split(" ")
    .flatMap((signature) => (signature.startsWith("v1,") ? [Buffer.from(signature.slice(3), "base64")] : []))
  return secrets.filter(isStrong).some((secret) => {
    const right = one({ id, timestamp: Number(timestamp), body }, secret)
    return given.some((signature) => signature.length === right.length && timingSafeEqual(signature, right))
  })
}
