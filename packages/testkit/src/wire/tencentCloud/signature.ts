import { createHash, createHmac, timingSafeEqual } from "node:crypto"
import type { Asked } from "../vendor/index.js"

export interface Credentials {
  readonly secretId: string
  readonly secretKey: string
}

const form =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/([0-9]{4}-[0-9]{2}-[0-9]{2})\/([a-z]+)\/tc3_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/

const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex")
const hmac = (key: string | Buffer, data: string): Buffer => createHmac("sha256", key).update(data).digest()

/** Seconds that a clock may be off. */
const SKEW = 300

/** What is wrong with the signature of a question (TC3-HMAC-SHA256), in the vendor's own codes. */
export const faultIn = (asked: Asked, { secretId, secretKey }: Credentials, nowMillis: number): string | undefined => {
  const [, id, date = "", service = "", names = "", signature = ""] = form.exec(asked.headers.authorization ?? "") ?? []
  if (id === undefined) return "AuthFailure.InvalidAuthorization"
  if (id !== secretId) return "AuthFailure.SecretIdNotFound"
  const timestamp = Number(asked.headers["x-tc-timestamp"])
  if (!(Math.abs(timestamp - nowMillis / 1000) <= SKEW)) return "AuthFailure.SignatureExpire"
  const signed = names.split(";")
  const whole = service === "faceid" && date === new Date(timestamp * 1000).toISOString().slice(0, 10)
  if (!whole || !signed.includes("host") || !signed.includes("content-type")) return "AuthFailure.SignatureFailure"
  const headers = signed.map((name) => `${name}:${String(asked.headers[name] ?? "").trim()}\n`).join("")
  const canonical = [asked.method, asked.path, asked.query.toString(), headers, names, sha256(asked.body)].join("\n")
  const scope = `${date}/${service}/tc3_request`
  const text = ["TC3-HMAC-SHA256", timestamp, scope, sha256(canonical)].join("\n")
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), service), "tc3_request")
  return timingSafeEqual(hmac(key, text), Buffer.from(signature, "hex")) ? undefined : "AuthFailure.SignatureFailure"
}
