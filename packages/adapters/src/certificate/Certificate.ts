import { createPublicKey } from "node:crypto"
import { AsnConvert } from "@peculiar/asn1-schema"
import {
  Certificate as Asn,
  BasicConstraints,
  type Extension,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
  type Name
} from "@peculiar/asn1-x509"
import * as Data from "effect/Data"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as Sm2 from "../sm2/index.js"
import { algorithmOf, type CertificateKey, type SignatureAlgorithm } from "./signed.js"
import { textOf } from "./text.js"

/** What is read of an X.509 certificate (RFC 5280). Times are epoch milliseconds. */
export interface Certificate {
  /** Lower-case hexadecimal, at least sixteen characters, without a sign byte. */
  readonly serial: string
  /** DER of the two names. */
  readonly issuer: Buffer
  readonly subject: Buffer
  readonly commonName?: string
  readonly notBefore: number
  readonly notAfter: number
  readonly key: CertificateKey
  /** The RSA modulus in bits, or 256. */
  readonly keyBits: number
  readonly algorithm: SignatureAlgorithm
  readonly signedBytes: Buffer
  readonly signature: Buffer
  /** By object identifier; each occurs once. */
  readonly extensions: ReadonlyMap<string, Buffer>
  readonly isAuthority: boolean
  /** Whether the key may sign data, and whether it may sign certificates. */
  readonly maySign: boolean
  readonly mayCertify: boolean
}

export class CertificateUnreadable extends Data.TaggedClass("CertificateUnreadable")<{ readonly why: string }> {}

const MOST_BYTES = 64 * 1024
const COMMON_NAME = "2.5.4.3"
const TELETEX_TAG = 0x14

const unreadable = (why: string) => Either.left(new CertificateUnreadable({ why }))

const serialOf = (bytes: ArrayBuffer): string => {
  const hex = Buffer.from(bytes).toString("hex")
  return (hex.length > 2 && hex.startsWith("00") ? hex.slice(2) : hex).padStart(16, "0")
}

const commonNameOf = (name: Name): string | undefined => {
  for (const relative of name) {
    const found = relative.find(({ type }) => type === COMMON_NAME)?.value
    if (found === undefined) continue
    if (found.utf8String !== undefined) return found.utf8String
    if (found.bmpString !== undefined) return found.bmpString
    const bytes = found.printableString ?? found.teletexString ?? found.ia5String
    if (bytes !== undefined) return Option.getOrUndefined(textOf(TELETEX_TAG, Buffer.from(bytes, "latin1")))
  }
  return undefined
}

const keyOf = (spki: Uint8Array): Option.Option<{ readonly key: CertificateKey; readonly bits: number }> => {
  const sm2 = Sm2.fromSpki(spki)
  if (Option.isSome(sm2)) return Option.some({ key: { _tag: "Sm2", key: sm2.value }, bits: 256 })
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: "der", type: "spki" })
    const bits = key.asymmetricKeyDetails?.modulusLength
    return key.asymmetricKeyType === "rsa" && bits !== undefined
      ? Option.some({ key: { _tag: "Rsa", key }, bits })
      : Option.none()
  } catch {
    return Option.none()
  }
}

const header = (tag: number, length: number): Buffer => {
  if (length < 0x80) return Buffer.of(tag, length)
  return length < 0x100 ? Buffer.of(tag, 0x81, length) : Buffer.of(tag, 0x82, length >> 8, length & 0xff)
}

/** The one DER form of the three parts: any other envelope around the same signed bytes is not read. */
const enveloped = (signed: Buffer, algorithm: Buffer, signature: Buffer): Buffer => {
  const bits = Buffer.concat([header(0x03, signature.length + 1), Buffer.of(0), signature])
  const length = signed.length + algorithm.length + bits.length
  return Buffer.concat([header(0x30, length), signed, algorithm, bits])
}

const understood = new Set([id_ce_basicConstraints, id_ce_keyUsage, id_ce_extKeyUsage])

const usage = (extensions: ReadonlyMap<string, Buffer>) => {
  const constraints = extensions.get(id_ce_basicConstraints)
  const keyUsage = extensions.get(id_ce_keyUsage)
  const flags = keyUsage === undefined ? undefined : AsnConvert.parse(keyUsage, KeyUsage).toNumber()
  const allows = (flag: number) => flags === undefined || (flags & flag) !== 0
  const isAuthority = constraints !== undefined && AsnConvert.parse(constraints, BasicConstraints).cA
  return {
    isAuthority,
    maySign: allows(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation),
    mayCertify: isAuthority && allows(KeyUsageFlags.keyCertSign)
  }
}

const read = (der: Buffer): Either.Either<Certificate, CertificateUnreadable> => {
  const asn = AsnConvert.parse(der, Asn)
  const {
    issuer,
    serialNumber,
    signature: inner,
    subject,
    subjectPublicKeyInfo,
    validity,
    ...rest
  } = asn.tbsCertificate
  if (asn.tbsCertificateRaw === undefined) return unreadable("not DER")
  const signedBytes = Buffer.from(asn.tbsCertificateRaw)
  const signature = Buffer.from(asn.signatureValue)
  const outer = Buffer.from(AsnConvert.serialize(asn.signatureAlgorithm))
  if (!outer.equals(Buffer.from(AsnConvert.serialize(inner)))) return unreadable("two algorithms")
  if (!enveloped(signedBytes, outer, signature).equals(der)) return unreadable("not DER")
  const algorithm = Object.hasOwn(algorithmOf, inner.algorithm) ? algorithmOf[inner.algorithm] : undefined
  if (algorithm === undefined) return unreadable("algorithm")
  const key = keyOf(new Uint8Array(AsnConvert.serialize(subjectPublicKeyInfo)))
  if (Option.isNone(key)) return unreadable("key")
  const all: ReadonlyArray<Extension> = rest.extensions ?? []
  const extensions = new Map(all.map(({ extnID, extnValue }) => [extnID, Buffer.from(extnValue.buffer)]))
  if (extensions.size !== all.length) return unreadable("an extension occurs twice")
  if (all.some(({ critical, extnID }) => critical && !understood.has(extnID))) return unreadable("critical extension")
  const commonName = commonNameOf(subject)
  return Either.right({
    serial: serialOf(serialNumber),
    issuer: Buffer.from(AsnConvert.serialize(issuer)),
    subject: Buffer.from(AsnConvert.serialize(subject)),
    ...(commonName === undefined ? {} : { commonName }),
    notBefore: validity.notBefore.getTime().getTime(),
    notAfter: validity.notAfter.getTime().getTime(),
    key: key.value.key,
    keyBits: key.value.bits,
    algorithm,
    signedBytes,
    signature,
    extensions,
    ...usage(extensions)
  })
}

/** Reads a certificate in DER. It says nothing yet about who signed it. */
export const parse = (der: Uint8Array): Either.Either<Certificate, CertificateUnreadable> => {
  if (der.length > MOST_BYTES) return unreadable("too large")
  try {
    return read(Buffer.from(der))
  } catch {
    return unreadable("not a certificate")
  }
}
