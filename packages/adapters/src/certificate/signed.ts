import { createVerify, type KeyObject } from "node:crypto"
import * as Sm2 from "../sm2/index.js"

/** What cards and their issuer sign with: SM2 since July 2022, RSA with SHA-1 on the cards from before. */
export const signatureAlgorithms = ["sm2-sm3", "rsa-sha256", "rsa-sha1"] as const
export type SignatureAlgorithm = (typeof signatureAlgorithms)[number]

/** Their names in a certificate. */
export const algorithmOf: Readonly<Record<string, SignatureAlgorithm>> = {
  "1.2.156.10197.1.501": "sm2-sm3",
  "1.2.840.113549.1.1.11": "rsa-sha256",
  "1.2.840.113549.1.1.5": "rsa-sha1"
}

export type CertificateKey =
  | { readonly _tag: "Sm2"; readonly key: Sm2.Sm2PublicKey }
  | { readonly _tag: "Rsa"; readonly key: KeyObject }

const digests = { "rsa-sha256": "RSA-SHA256", "rsa-sha1": "RSA-SHA1" } as const

/** Whether the key signed these bytes by this algorithm. */
export const isSignedBy = (
  { _tag, key }: CertificateKey,
  algorithm: SignatureAlgorithm,
  bytes: Uint8Array,
  signature: Uint8Array
): boolean => {
  if (algorithm === "sm2-sm3") return _tag === "Sm2" && Sm2.verify(key, bytes, signature)
  try {
    return _tag === "Rsa" && createVerify(digests[algorithm]).update(bytes).verify(key, signature)
  } catch {
    return false
  }
}
