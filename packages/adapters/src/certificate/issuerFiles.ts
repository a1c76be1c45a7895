import type { PortName, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import { bytesOfFile } from "../outbound/files.js"

const pem = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g

const certificatesIn = (file: Buffer): ReadonlyArray<string | Uint8Array> => {
  const text = file.toString("latin1")
  const found = text.match(pem)
  return found ?? [text.includes("-----BEGIN") ? text : file]
}

/** The certificates in files of DER, or of PEM, which may hold several. */
export const certificatesFrom = (
  port: PortName,
  paths: ReadonlyArray<string>
): Effect.Effect<ReadonlyArray<string | Uint8Array>, Unavailable> =>
  Effect.map(
    Effect.forEach(paths, (path) => bytesOfFile(port, path)),
    (files) => files.flatMap(certificatesIn)
  )
