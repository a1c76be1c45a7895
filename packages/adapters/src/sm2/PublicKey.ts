import { createPublicKey, type KeyObject } from "node:crypto"
import * as Option from "effect/Option"
import { DEFAULT_USER_ID, identityHash } from "./identity.js"

/** A public key that verifies SM2 signatures of one user ID. */
export interface Sm2PublicKey {
  readonly key: KeyObject
  /** Uncompressed: 04, then x and y of 32 bytes each. */
  readonly point: Uint8Array
  /** Za of GB/T 32918.2, which comes before the message in what is hashed. */
  readonly identity: Uint8Array
}

const POINT_BYTES = 65
const UNCOMPRESSED = 4

/** SubjectPublicKeyInfo of an uncompressed point on the SM2 curve, up to the point itself. */
const spkiPrefix = Buffer.from("3059301306072a8648ce3d020106082a811ccf5501822d034200", "hex")

/** The key of an uncompressed point; none when it is not on the curve. */
export const fromPoint = (point: Uint8Array, userId: string = DEFAULT_USER_ID): Option.Option<Sm2PublicKey> => {
  if (point.length !== POINT_BYTES || point[0] !== UNCOMPRESSED) return Option.none()
  const copy = Buffer.from(point)
  try {
    // Only a key that was imported is one that OpenSSL treats as SM2; a generated one is taken for plain EC.
    const key = createPublicKey({ key: Buffer.concat([spkiPrefix, copy]), format: "der", type: "spki" })
    return Option.some({ key, point: copy, identity: identityHash(copy, userId) })
  } catch {
    return Option.none()
  }
}

/** The key of a SubjectPublicKeyInfo in DER, such as a certificate holds; none when it is of another curve or form. */
export const fromSpki = (spki: Uint8Array, userId?: string): Option.Option<Sm2PublicKey> =>
  spki.length === spkiPrefix.length + POINT_BYTES && spkiPrefix.equals(spki.subarray(0, spkiPrefix.length))
    ? fromPoint(spki.subarray(spkiPrefix.length), userId)
    : Option.none()
