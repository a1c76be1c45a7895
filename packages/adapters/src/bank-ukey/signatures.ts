import {
  createPrivateKey,
  createPublicKey,
  createSign,
  createVerify,
  type KeyObject,
  X509Certificate
} from "node:crypto"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Sm2 from "../sm2/index.js"
import type { BankKey, BankProtocol } from "./BankProtocol.js"

type Form = Pick<BankProtocol, "algorithm" | "signatureForm" | "signatureEncoding">

/** Signs our requests to one bank. */
export type Signer = (bytes: Uint8Array) => string

/** A bank's key, and when it counts, in epoch milliseconds. */
export interface VerificationKey {
  readonly from: number
  readonly until: number
  readonly verifies: (bytes: Uint8Array, signature: string) => boolean
}

const RSA_BITS = 2048

const written = ({ signatureEncoding }: Form, signature: Buffer): string => signature.toString(signatureEncoding)

/** The bytes of a signature in its one written form: Node by itself overlooks stray characters, capitals and loose bits. */
const bytesOf = (form: Form, text: string): Option.Option<Buffer> => {
  const bytes = Buffer.from(text, form.signatureEncoding)
  return text !== "" && written(form, bytes) === text ? Option.some(bytes) : Option.none()
}

export const signer = (form: Form, pem: Redacted.Redacted): Option.Option<Signer> => {
  if (form.algorithm === "sm2-sm3") {
    return Option.map(Sm2.fromPem(pem), (key) => (bytes) => {
      const der = Sm2.sign(key, bytes)
      return written(form, form.signatureForm === "der" ? der : Option.getOrThrow(Sm2.derToRaw(der)))
    })
  }
  try {
    const key = createPrivateKey(Redacted.value(pem))
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
    return key.asymmetricKeyType === "rsa" && bits >= RSA_BITS
      ? Option.some((bytes) => written(form, createSign("RSA-SHA256").update(bytes).sign(key)))
      : Option.none()
  } catch {
    return Option.none()
  }
}

const verifier = (form: Form, key: KeyObject): Option.Option<VerificationKey["verifies"]> => {
  if (form.algorithm === "rsa-sha256") {
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
    return key.asymmetricKeyType === "rsa" && bits >= RSA_BITS
      ? Option.some((bytes, text) =>
          Option.exists(bytesOf(form, text), (signature) =>
            createVerify("RSA-SHA256").update(bytes).verify(key, signature)
          )
        )
      : Option.none()
  }
  return Option.map(
    Sm2.fromSpki(key.export({ format: "der", type: "spki" })),
    (sm2) => (bytes, text) =>
      bytesOf(form, text).pipe(
        Option.filter((signature) =>
          form.signatureForm === "raw" ? signature.length === Sm2.RAW_BYTES : Option.isSome(Sm2.derToRaw(signature))
        ),
        Option.exists((signature) => Sm2.verify(sm2, bytes, signature))
      )
  )
}

const limits = (pem: string) => {
  if (!pem.includes("BEGIN CERTIFICATE")) return { key: createPublicKey(pem), from: -Infinity, until: Infinity }
  const { publicKey, validFrom, validTo } = new X509Certificate(pem)
  return { key: publicKey, from: Date.parse(validFrom), until: Date.parse(validTo) }
}

/** A bank's key; none when it cannot be read, is of another kind than the bank's algorithm takes, or has dates that are none. */
export const verificationKey = (form: Form, { from, pem, until }: BankKey): Option.Option<VerificationKey> => {
  try {
    const own = limits(pem)
    const times = {
      from: from === undefined ? own.from : Date.parse(from),
      until: until === undefined ? own.until : Date.parse(until)
    }
    if (Number.isNaN(times.from) || Number.isNaN(times.until)) return Option.none()
    return Option.map(verifier(form, own.key), (verifies) => ({ ...times, verifies }))
  } catch {
    return Option.none()
  }
}
