import type { Card } from "@single-window/core"
import * as Option from "effect/Option"
import type { CardProfile } from "./CardProfile.js"

type Tags = NonNullable<CardProfile["holder"]>["tags"]

/** The objects of a file, by tag in lower-case hexadecimal; none when they do not fit together. Padding after the last is passed over. */
export const objects = (bytes: Buffer): Option.Option<ReadonlyMap<string, Buffer>> => {
  const found = new Map<string, Buffer>()
  let at = 0
  while (at < bytes.length) {
    const start = at
    const first = bytes[at++] ?? 0
    if (first === 0x00 || first === 0xff) continue
    if ((first & 0x1f) === 0x1f) while (((bytes[at++] ?? 0) & 0x80) !== 0 && at < bytes.length);
    const tag = bytes.toString("hex", start, at)
    const short = bytes[at++] ?? 0x80
    const wide = short < 0x80 ? 0 : short - 0x80
    if (short === 0x80 || wide > 2 || at + wide > bytes.length) return Option.none()
    const length = wide === 0 ? short : bytes.readUIntBE(at, wide)
    at += wide
    if (at + length > bytes.length || found.has(tag)) return Option.none()
    found.set(tag, bytes.subarray(at, at + length))
    at += length
  }
  return Option.some(found)
}

/** Whether what the card says of its holder beside the certificate, which nobody signed, agrees with the certificate. */
export const agrees = (tags: Tags, file: Buffer, card: Card): boolean => {
  const read = objects(file)
  if (Option.isNone(read)) return false
  return (["number", "holderName", "organizationCode", "enterpriseName"] as const).every((field) => {
    const tag = tags[field]?.toLowerCase()
    const said = tag === undefined ? undefined : read.value.get(tag)
    return said === undefined || said.toString("utf8") === (card[field] ?? "")
  })
}
