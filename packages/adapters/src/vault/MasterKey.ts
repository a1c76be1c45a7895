import { randomBytes } from "node:crypto"
import { Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { makeOwnFile, readOwnFile } from "./ownFile.js"
import type { Profile } from "./Suite.js"

/** 32 bytes from which all other keys are derived, and the algorithms that they are for: a key is never used with two sets of them. */
export interface MasterKey {
  readonly bytes: Redacted.Redacted<Uint8Array>
  readonly profile: Profile
}

export const BYTES = 32

const unavailable = (detail: string) => new Unavailable({ port: "vault", detail })

const forms: ReadonlyArray<readonly [form: RegExp, encoding: BufferEncoding]> = [
  [/^[0-9a-fA-F]{64}$/, "hex"],
  [/^[A-Za-z0-9+/]{43}=?$/, "base64"],
  [/^[A-Za-z0-9_-]{43}=?$/, "base64url"]
]

const GM = "gm:"

/** How a key of a profile is written. */
export const written = (profile: Profile, key: string): string => (profile === "gm" ? `${GM}${key}` : key)

/** 32 bytes in hexadecimal or base64, with `gm:` before them for that profile. `where` names the source in the refusal; the text itself is never repeated. */
export const parse = (text: string, where: string): Effect.Effect<MasterKey, Unavailable> => {
  const whole = text.trim()
  if (whole.startsWith("kms:"))
    return Effect.fail(unavailable(`${where} holds a key that a KMS wraps: name the KMS, or another key`))
  const profile = whole.startsWith(GM) ? "gm" : "aes"
  const trimmed = profile === "gm" ? whole.slice(GM.length) : whole
  const form = forms.find(([pattern]) => pattern.test(trimmed))
  if (form === undefined) {
    return Effect.fail(unavailable(`${where} does not hold a key of ${BYTES} bytes in hexadecimal or base64`))
  }
  const bytes = Buffer.from(trimmed, form[1])
  return bytes.every((byte) => byte === bytes[0])
    ? Effect.fail(unavailable(`${where} holds a key of one repeated byte`))
    : Effect.succeed({ profile, bytes: Redacted.make(new Uint8Array(bytes)) })
}

/**
 * The key in a file. A file that other users can read is refused and not mended: whoever read it has the key already.
 * A missing one is made only when asked, for beside a store that is in use a new key would open nothing.
 */
export const fromFile = (
  path: string,
  create: boolean,
  profile: Profile = "aes"
): Effect.Effect<MasterKey, Unavailable> =>
  Effect.gen(function* () {
    const found = yield* readOwnFile(path)
    if (found !== undefined) return yield* parse(found, `the key file ${path}`)
    if (!create) return yield* Effect.fail(unavailable(`the key file ${path} is missing`))
    yield* makeOwnFile(path, written(profile, randomBytes(BYTES).toString("base64")))
    return yield* parse((yield* readOwnFile(path)) ?? "", `the key file ${path}`)
  })
