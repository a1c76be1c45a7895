/** One key, put to its use: a text opens only under the context and the key it was sealed with, and else throws. */
export interface Sealer {
  readonly seal: (context: string, plain: Uint8Array) => string
  readonly open: (context: string, sealed: string) => Buffer
}

/** The algorithms of a store, chosen when it begins: `aes` is the international set, `gm` the Chinese one (GB/T 39786). */
export type Profile = "aes" | "gm"
export const profiles: ReadonlyArray<Profile> = ["aes", "gm"]

/** What a vault does its work with. */
export interface Suite {
  readonly profile: Profile
  /** For a key of 32 bytes. */
  readonly sealer: (key: Uint8Array) => Sealer
  /** One key of 32 bytes for each use, so that none tells anything about another or about the master key. */
  readonly derive: (master: Uint8Array, use: string) => Buffer
  readonly keyedHash: (key: Uint8Array, text: string) => string
  /** In hexadecimal. */
  readonly hash: (text: string) => string
}

/** The bytes of a sealed text of one form; nothing when it is another form, too short, or not in its one spelling. */
export const bytesIn = (form: string, least: number, sealed: string): Buffer => {
  const text = sealed.slice(form.length)
  const bytes = Buffer.from(text, "base64url")
  // Bits that decoding would pass over count too.
  const ours = sealed.startsWith(form) && bytes.length >= least && bytes.toString("base64url") === text
  if (!ours) throw new Error("not a sealed text")
  return bytes
}
