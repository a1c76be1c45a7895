import type { Authority } from "./Authority.js"
import { pemOf } from "./Authority.js"
import { sequence, tlv } from "./der.js"
import { signingKey } from "./SigningKey.js"

/** A server's key and certificate, in PEM. */
export interface ServerTls {
  readonly key: string
  readonly cert: string
}

const SUBJECT_ALTERNATIVE_NAME = "2.5.29.17"

/** TLS for a server on loopback; whoever trusts the authority trusts it. The authority must sign RSA with SHA-256. */
export const loopbackTls = (authority: Authority, notAfter = new Date("2099-01-01T00:00:00Z")): ServerTls => {
  const key = signingKey("rsa-sha256", 2048)
  const cert = authority.issue(
    {
      commonName: "localhost",
      serial: "7f",
      notBefore: new Date("2020-01-01T00:00:00Z"),
      notAfter,
      extensions: [
        [SUBJECT_ALTERNATIVE_NAME, sequence(tlv(0x82, Buffer.from("localhost")), tlv(0x87, Buffer.of(127, 0, 0, 1)))]
      ]
    },
    key
  )
  return { key: key.privatePem, cert: pemOf(cert) }
}
