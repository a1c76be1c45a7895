import type { WrappedKey } from "@single-window/core"

/** The algorithms of a sealed text, by the mark it begins with, and who wraps its key. */
export const sealedBy = (key: WrappedKey, sealed: string): string => {
  const algorithms = sealed.startsWith("2.") ? "SM4-CTR, HMAC-SM3" : "AES-256-GCM"
  return key.startsWith("k1.") ? `${algorithms}; KMS` : algorithms
}
