import { chinaDate } from "@single-window/core"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import { fromPem } from "./base64.js"
import { type Certificate, CertificateUnreadable, parse } from "./Certificate.js"
import { isSignedBy, type SignatureAlgorithm } from "./signed.js"

/** The authorities that may have issued a certificate: the China E-Port CA's own, old and new side by side. */
export type Issuers = ReadonlyArray<Certificate>

const readOne = (issuer: string | Uint8Array): Either.Either<Certificate, CertificateUnreadable> =>
  Either.flatMap(
    typeof issuer === "string"
      ? Either.fromOption(fromPem(issuer.trim()), () => new CertificateUnreadable({ why: "not PEM" }))
      : Either.right(issuer),
    parse
  )

/** Reads issuers in PEM or DER. An empty set would trust nobody, so it is an error, as is a certificate that may not certify. */
export const readIssuers = (
  issuers: ReadonlyArray<string | Uint8Array>
): Either.Either<Issuers, CertificateUnreadable> => {
  if (issuers.length === 0) return Either.left(new CertificateUnreadable({ why: "no issuer is configured" }))
  return Either.flatMap(Either.all(issuers.map(readOne)), (read) =>
    read.every(({ mayCertify }) => mayCertify)
      ? Either.right(read)
      : Either.left(new CertificateUnreadable({ why: "an issuer may not certify" }))
  )
}

export interface Accepts {
  readonly algorithms: ReadonlyArray<SignatureAlgorithm>
  /** The shortest RSA modulus. */
  readonly leastRsaBits: number
}

/** Whether a key is one that is still accepted. */
export const acceptsKey = ({ leastRsaBits }: Accepts, { key, keyBits }: Certificate): boolean =>
  key._tag === "Sm2" || keyBits >= leastRsaBits

/** Whether a certificate holds on a day in China, YYYYMMDD. */
export const validOn = (today: string, { notAfter, notBefore }: Certificate): "early" | "valid" | "expired" => {
  if (today > chinaDate(notAfter)) return "expired"
  return today < chinaDate(notBefore) ? "early" : "valid"
}

/** The member of the set that signed this certificate; an issuer that has run out, or a signature of a kind that is not accepted, does not count. */
export const issuerOf = (
  issuers: Issuers,
  certificate: Certificate,
  today: string,
  accepts: Accepts
): Option.Option<Certificate> => {
  if (!accepts.algorithms.includes(certificate.algorithm)) return Option.none()
  return Option.fromNullable(
    issuers.find(
      (issuer) =>
        issuer.subject.equals(certificate.issuer) &&
        validOn(today, issuer) === "valid" &&
        acceptsKey(accepts, issuer) &&
        isSignedBy(issuer.key, certificate.algorithm, certificate.signedBytes, certificate.signature)
    )
  )
}
