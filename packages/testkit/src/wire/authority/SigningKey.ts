import { constants, createSign, generateKeyPairSync, privateEncrypt } from "node:crypto"
import { sm2 } from "sm-crypto-v2"
import { bits, nothing, oid, sequence } from "./der.js"

export type KeyKind = "sm2" | "rsa-sha1" | "rsa-sha256"
export type SignatureForm = "der" | "raw"

/** A key of the synthetic world, with what a certificate says about it. */
export interface SigningKey {
  readonly kind: KeyKind
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Buffer
  /** AlgorithmIdentifier in DER of the signatures it makes. */
  readonly algorithm: Buffer
  /** `raw` is r‖s; RSA has one form only. */
  readonly sign: (message: Uint8Array, form?: SignatureForm) => Buffer
  /** The same over what somebody else hashed: the 32 bytes of SM2's e, or the DigestInfo of PKCS #1. */
  readonly signDigest: (digest: Uint8Array, form?: SignatureForm) => Buffer
  readonly privatePem: string
}

const id = {
  ecPublicKey: "1.2.840.10045.2.1",
  sm2Curve: "1.2.156.10197.1.301",
  sm2WithSm3: "1.2.156.10197.1.501",
  "rsa-sha1": "1.2.840.113549.1.1.5",
  "rsa-sha256": "1.2.840.113549.1.1.11"
}

const pem = (der: Uint8Array): string =>
  `-----BEGIN PRIVATE KEY-----\n${Buffer.from(der).toString("base64")}\n-----END PRIVATE KEY-----\n`

const sm2Key = (): SigningKey => {
  const pair = sm2.generateKeyPairHex()
  const point = Buffer.from(pair.publicKey, "hex")
  const algorithm = sequence(oid(id.ecPublicKey), oid(id.sm2Curve))
  const secret = Buffer.from(pair.privateKey.padStart(64, "0"), "hex")
  const inner = sequence(Buffer.of(2, 1, 1), Buffer.concat([Buffer.of(4, 32), secret]))
  const signed = (bytes: Uint8Array, form: SignatureForm, hash: boolean) =>
    Buffer.from(
      sm2.doSignature(new Uint8Array(bytes), pair.privateKey, { der: form === "der", hash, publicKey: pair.publicKey }),
      "hex"
    )
  return {
    kind: "sm2",
    spki: sequence(algorithm, bits(point)),
    algorithm: sequence(oid(id.sm2WithSm3)),
    sign: (message, form = "der") => signed(message, form, true),
    signDigest: (digest, form = "der") => signed(digest, form, false),
    privatePem: pem(sequence(Buffer.of(2, 1, 0), algorithm, Buffer.concat([Buffer.of(4, inner.length), inner])))
  }
}

const rsaKey = (kind: "rsa-sha1" | "rsa-sha256", modulusLength: number): SigningKey => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength })
  const digest = kind === "rsa-sha1" ? "RSA-SHA1" : "RSA-SHA256"
  return {
    kind,
    spki: publicKey.export({ format: "der", type: "spki" }),
    algorithm: sequence(oid(id[kind]), nothing),
    sign: (message) => createSign(digest).update(message).sign(privateKey),
    signDigest: (info) => privateEncrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, info),
    privatePem: String(privateKey.export({ format: "pem", type: "pkcs8" }))
  }
}

/** A new key; the RSA ones are as short as the old cards' were. */
export const signingKey = (kind: KeyKind, modulusLength = 1024): SigningKey =>
  kind === "sm2" ? sm2Key() : rsaKey(kind, modulusLength)

/** The public half, in PEM. */
export const pemOfKey = ({ spki }: Pick<SigningKey, "spki">): string =>
  `-----BEGIN PUBLIC KEY-----\n${spki.toString("base64")}\n-----END PUBLIC KEY-----\n`
