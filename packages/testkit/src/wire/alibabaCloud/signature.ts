import { createHash, createHmac, timingSafeEqual } from "node:crypto"
import type { Asked } from "../vendor/index.js"

export interface Credentials {
  readonly accessKeyId: string
  readonly accessKeySecret: string
}

const form = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([a-z0-9;-]+),Signature=([0-9a-f]{64})$/
const needed = ["host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version"]

const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex")

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&")

/** Milliseconds that a clock may be off. */
const SKEW = 15 * 60_000

/** What is wrong with the signature of a question (ACS3-HMAC-SHA256), in the vendor's own codes. `spent` are the nonces seen so far. */
export const faultIn = (
  asked: Asked,
  { accessKeyId, accessKeySecret }: Credentials,
  now: number,
  spent: Set<string>
): string | undefined => {
  const [, id, names = "", signature = ""] = form.exec(asked.headers.authorization ?? "") ?? []
  if (id === undefined) return "IncompleteSignature"
  if (id !== accessKeyId) return "InvalidAccessKeyId.NotFound"
  const header = (name: string) => String(asked.headers[name] ?? "").trim()
  if (!(Math.abs(Date.parse(header("x-acs-date")) - now) <= SKEW)) return "InvalidTimeStamp.Expired"
  const signed = names.split(";")
  const hash = header("x-acs-content-sha256")
  if (!needed.every((name) => signed.includes(name)) || hash !== sha256(asked.body)) return "SignatureDoesNotMatch"
  const headers = signed.map((name) => `${name}:${header(name)}\n`).join("")
  const canonical = [asked.method, asked.path, canonicalQuery(asked.query), headers, names, hash].join("\n")
  const right = createHmac("sha256", accessKeySecret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest()
  if (!timingSafeEqual(right, Buffer.from(signature, "hex"))) return "SignatureDoesNotMatch"
  const nonce = header("x-acs-signature-nonce")
  if (spent.has(nonce)) return "SignatureNonceUsed"
  spent.add(nonce)
  return undefined
}
