import * as Option from "effect/Option"

/** Bytes of canonical base64: what Node would read leniently (stray characters, loose bits at the end) is none. */
export const fromBase64 = (text: string): Option.Option<Buffer> => {
  const bytes = Buffer.from(text, "base64")
  return text !== "" && bytes.toString("base64") === text ? Option.some(bytes) : Option.none()
}

/** The same for a PEM file's contents, with or without its header lines. */
export const fromPem = (text: string): Option.Option<Buffer> =>
  fromBase64(text.replaceAll(/-----(BEGIN|END) CERTIFICATE-----|[\r\n]/g, ""))
