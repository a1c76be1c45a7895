import { createVerify } from "node:crypto"
import * as Option from "effect/Option"
import type { Sm2PublicKey } from "./PublicKey.js"
import { RAW_BYTES, rawToDer } from "./signature.js"

/**
 * Whether this is the key's signature over the message, by SM2 with SM3 (GB/T 32918.2); the signature is DER or r‖s. OpenSSL hashes what it
 * is given and adds no Za of its own, so Za goes before the message here.
 */
export const verify = ({ identity, key }: Sm2PublicKey, message: Uint8Array, signature: Uint8Array): boolean => {
  const der = signature.length === RAW_BYTES ? Option.getOrUndefined(rawToDer(signature)) : signature
  if (der === undefined) return false
  try {
    return createVerify("sm3").update(identity).update(message).verify(key, der)
  } catch {
    return false
  }
}
