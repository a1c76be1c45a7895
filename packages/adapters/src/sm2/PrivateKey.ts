import { createPrivateKey, createPublicKey, createSign, type KeyObject } from "node:crypto"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import { fromSpki, type Sm2PublicKey } from "./PublicKey.js"

/** A private key with the public half that its signatures are verified with. */
export interface Sm2PrivateKey {
  readonly key: KeyObject
  readonly publicKey: Sm2PublicKey
}

/** The key of a PKCS #8 PEM; none when it is not an SM2 key. */
export const fromPem = (pem: Redacted.Redacted, userId?: string): Option.Option<Sm2PrivateKey> => {
  try {
    const key = createPrivateKey(Redacted.value(pem))
    const spki = createPublicKey(key).export({ format: "der", type: "spki" })
    return Option.map(fromSpki(spki, userId), (publicKey) => ({ key, publicKey }))
  } catch {
    return Option.none()
  }
}

/** Signs by SM2 with SM3; the signature is DER. */
export const sign = ({ key, publicKey }: Sm2PrivateKey, message: Uint8Array): Buffer =>
  createSign("sm3").update(publicKey.identity).update(message).sign(key)
