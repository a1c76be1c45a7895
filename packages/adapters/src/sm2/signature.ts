import * as Option from "effect/Option"

/** r and s of 32 bytes each, one after the other: how cards and banks often send an SM2 signature. */
export const RAW_BYTES = 64

const integer = (bytes: Uint8Array): Buffer => {
  const first = bytes.findIndex((byte) => byte !== 0)
  const digits = first === -1 ? Buffer.of(0) : Buffer.from(bytes.subarray(first))
  const body = (digits[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits
  return Buffer.concat([Buffer.of(0x02, body.length), body])
}

/** r‖s as the DER that OpenSSL takes. */
export const rawToDer = (raw: Uint8Array): Option.Option<Buffer> => {
  if (raw.length !== RAW_BYTES) return Option.none()
  const body = Buffer.concat([integer(raw.subarray(0, 32)), integer(raw.subarray(32))])
  return Option.some(Buffer.concat([Buffer.of(0x30, body.length), body]))
}

const integerAt = (der: Uint8Array, at: number): { readonly value: Buffer; readonly next: number } | undefined => {
  const length = der[at + 1] ?? 0
  const next = at + 2 + length
  if (der[at] !== 0x02 || length < 1 || length > 33 || next > der.length) return undefined
  const body = Buffer.from(der.subarray(at + 2, next))
  const digits = body.length === 33 && body[0] === 0 ? body.subarray(1) : body
  if (digits.length > 32) return undefined
  return { value: Buffer.concat([Buffer.alloc(32 - digits.length), digits]), next }
}

/** The reverse; none for anything but the one DER form of the two numbers. */
export const derToRaw = (der: Uint8Array): Option.Option<Buffer> => {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return Option.none()
  const r = integerAt(der, 2)
  const s = r === undefined ? undefined : integerAt(der, r.next)
  if (r === undefined || s === undefined || s.next !== der.length) return Option.none()
  const raw = Buffer.concat([r.value, s.value])
  return Option.filter(Option.some(raw), () => Option.exists(rawToDer(raw), (again) => again.equals(der)))
}
