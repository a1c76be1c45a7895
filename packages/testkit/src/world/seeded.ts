import { createHmac } from "node:crypto"

/** As many bytes as asked for, always the same for one seed and label. */
export const seededBytes = (seed: string, label: string, count: number): Uint8Array => {
  const bytes = new Uint8Array(count)
  for (let at = 0, block = 0; at < count; block++) {
    const chunk = createHmac("sha256", seed).update(`${label}|${block}`).digest()
    bytes.set(chunk.subarray(0, Math.min(chunk.length, count - at)), at)
    at += chunk.length
  }
  return bytes
}

export const seededHex = (seed: string, label: string, bytes: number): string =>
  Buffer.from(seededBytes(seed, label, bytes)).toString("hex")

/** Evenly spread over [0, 1). */
export const seededFraction = (seed: string, label: string): number => {
  const [a = 0, b = 0, c = 0, d = 0] = seededBytes(seed, label, 4)
  return (a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d) / 2 ** 32
}
