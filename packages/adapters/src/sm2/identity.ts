import { createHash } from "node:crypto"

/** The user ID that GM/T 0009 gives to whoever has no other. */
export const DEFAULT_USER_ID = "1234567812345678"

/** a, b, and the base point's x and y of the SM2 curve (GB/T 32918.5). */
const curve = Buffer.from(
  "fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc" +
    "28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93" +
    "32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7" +
    "bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0",
  "hex"
)

/** Za of GB/T 32918.2: SM3 over the user ID's length in bits, the user ID, the curve and the point. */
export const identityHash = (point: Uint8Array, userId: string): Buffer => {
  const id = Buffer.from(userId, "utf8")
  const bits = Buffer.alloc(2)
  bits.writeUInt16BE(id.length * 8)
  return createHash("sm3").update(bits).update(id).update(curve).update(point.subarray(1)).digest()
}
