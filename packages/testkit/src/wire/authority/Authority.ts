import { bits, ia5, integer, octets, oid, sequence, set, time, tlv, utf8, yes } from "./der.js"
import { gbk } from "./gbk.js"
import { type KeyKind, type SigningKey, signingKey } from "./SigningKey.js"

/** What a certificate of the synthetic world says. */
export interface CertificateSays {
  readonly commonName: string
  readonly organizationalUnit?: string
  /** Hexadecimal. */
  readonly serial: string
  readonly notBefore: Date
  readonly notAfter: Date
  /** Names in UTF-8, or in GBK within types that are made for ASCII, as on old cards. */
  readonly text?: "utf8" | "gbk"
  readonly authority?: boolean
  readonly extensions?: ReadonlyArray<readonly [oid: string, value: string | Uint8Array, critical?: boolean]>
}

/** A synthetic certificate authority. */
export interface Authority {
  readonly key: SigningKey
  readonly certificate: Buffer
  readonly pem: string
  /** A certificate for that key, in DER, signed by this authority. */
  readonly issue: (says: CertificateSays, key: Pick<SigningKey, "spki">) => Buffer
}

const BASIC_CONSTRAINTS = "2.5.29.19"
const KEY_USAGE = "2.5.29.15"

const string = (text: string, as: "utf8" | "gbk"): Buffer => (as === "utf8" ? utf8(text) : ia5(gbk(text)))

const name = (parts: ReadonlyArray<readonly [oid: string, text: string]>, as: "utf8" | "gbk"): Buffer =>
  sequence(...parts.map(([type, text]) => set(sequence(oid(type), string(text, as)))))

const extension = (type: string, value: Uint8Array, critical = false): Buffer =>
  sequence(oid(type), ...(critical ? [yes] : []), octets(value))

const nameOf = ({ commonName, organizationalUnit, text = "utf8" }: CertificateSays): Buffer =>
  name(
    [
      ["2.5.4.6", "CN"],
      ...(organizationalUnit === undefined ? [] : [["2.5.4.11", organizationalUnit] as const]),
      ["2.5.4.3", commonName]
    ],
    text
  )

const certificate = (signer: SigningKey, issuer: Buffer, says: CertificateSays, spki: Buffer): Buffer => {
  const { authority = false, extensions = [], notAfter, notBefore, serial, text = "utf8" } = says
  const usage = authority ? bits(Buffer.of(0x06), 1) : bits(Buffer.of(0xc0), 6)
  const signed = sequence(
    tlv(0xa0, integer(Buffer.of(2))),
    integer(Buffer.from(serial, "hex")),
    signer.algorithm,
    issuer,
    sequence(time(notBefore), time(notAfter)),
    nameOf(says),
    spki,
    tlv(
      0xa3,
      sequence(
        extension(BASIC_CONSTRAINTS, authority ? sequence(yes) : sequence(), true),
        extension(KEY_USAGE, usage, true),
        ...extensions.map(([type, value, critical]) =>
          extension(type, typeof value === "string" ? string(value, text) : value, critical)
        )
      )
    )
  )
  return sequence(signed, signer.algorithm, bits(signer.sign(signed)))
}

/** A certificate in PEM. */
export const pemOf = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString("base64").replaceAll(/.{64}/g, "$&\n").trimEnd()}\n-----END CERTIFICATE-----\n`

export interface AuthorityOptions {
  readonly commonName?: string
  readonly notBefore?: Date
  readonly notAfter?: Date
  /** False for one that calls itself an authority without the right to certify. */
  readonly authority?: boolean
}

/** A new authority whose certificate it signed itself. */
export const makeAuthority = (kind: KeyKind, options: AuthorityOptions = {}): Authority => {
  const key = signingKey(kind, 2048)
  const says: CertificateSays = {
    commonName: options.commonName ?? "示例电子业务证书管理中心",
    serial: "01",
    notBefore: options.notBefore ?? new Date("2010-01-01T00:00:00Z"),
    notAfter: options.notAfter ?? new Date("2099-12-31T00:00:00Z"),
    authority: options.authority ?? true
  }
  const own = certificate(key, nameOf(says), says, key.spki)
  return {
    key,
    certificate: own,
    pem: pemOf(own),
    issue: (leaf, { spki }) => certificate(key, nameOf(says), leaf, spki)
  }
}
