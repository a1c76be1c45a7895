import { createHash } from "node:crypto"
import type { CardChallenge } from "@single-window/core"
import { type Certificate, challengeText } from "../certificate/index.js"
import type { CardProfile } from "./CardProfile.js"

/** DigestInfo of PKCS #1 up to the digest itself; the card adds the padding. */
const digestInfo = {
  sha1: Buffer.from("3021300906052b0e03021a05000414", "hex"),
  sha256: Buffer.from("3031300d060960864801650304020105000420", "hex")
} as const

/** What the card is given to sign: our text, or what it comes to under the certificate's key. */
export const toBeSigned = (
  { input, rsaDigest }: CardProfile["sign"],
  { key }: Certificate,
  challenge: Pick<CardChallenge, "nonce" | "purpose">
): Buffer => {
  const text = Buffer.from(challengeText(challenge))
  if (input === "text") return text
  if (key._tag === "Sm2") return createHash("sm3").update(key.key.identity).update(text).digest()
  return Buffer.concat([digestInfo[rsaDigest], createHash(rsaDigest).update(text).digest()])
}
