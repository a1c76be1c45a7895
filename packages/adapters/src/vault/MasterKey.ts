import { randomBytes } from "node:crypto"
import { closeSync, fstatSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from "node:fs"
import { dirname } from "node:path"
import { Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
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

const codeOf = (failure: unknown): string => String((failure as { readonly code?: unknown })?.code ?? "unknown error")

const others = 0o077

/** Owner and mode are asked of the opened file, not of its name, so that nobody swaps it in between. */
const read = (path: string): Effect.Effect<string, Unavailable> =>
  Effect.try({
    try: () => {
      const file = openSync(path, "r")
      try {
        const { mode } = fstatSync(file)
        return { open: process.platform !== "win32" && (mode & others) !== 0, text: readFileSync(file, "utf8") }
      } finally {
        closeSync(file)
      }
    },
    catch: (failure) =>
      unavailable(
        codeOf(failure) === "ENOENT" ? `the key file ${path} is missing` : `the key file ${path}: ${codeOf(failure)}`
      )
  }).pipe(
    Effect.flatMap(({ open, text }) =>
      open
        ? Effect.fail(unavailable(`the key file ${path} is open to other users: chmod 600 it, or change the key`))
        : Effect.succeed(text)
    )
  )

/**
 * Makes the file whole and at once: written under another name, synced, then linked, which fails when the name is taken.
 * Of two processes that begin together both read the same key, and a crash leaves no half key behind.
 */
const make = (path: string, profile: Profile): Effect.Effect<void, Unavailable> =>
  Effect.try({
    try: () => {
      const draft = `${path}.${randomBytes(8).toString("hex")}`
      try {
        const file = openSync(draft, "wx", 0o600)
        try {
          writeSync(file, `${written(profile, randomBytes(BYTES).toString("base64"))}\n`)
          fsyncSync(file)
        } finally {
          closeSync(file)
        }
        linkSync(draft, path)
      } finally {
        rmSync(draft, { force: true })
      }
      if (process.platform !== "win32") {
        const folder = openSync(dirname(path), "r")
        try {
          fsyncSync(folder)
        } finally {
          closeSync(folder)
        }
      }
    },
    catch: codeOf
  }).pipe(
    Effect.catchAll((code) =>
      code === "EEXIST" ? Effect.void : Effect.fail(unavailable(`the key file ${path} cannot be made: ${code}`))
    )
  )

/**
 * The key in a file. A file that other users can read is refused and not mended: whoever read it has the key already.
 * A missing one is made only when asked, for beside a store that is in use a new key would open nothing.
 */
export const fromFile = (
  path: string,
  create: boolean,
  profile: Profile = "aes"
): Effect.Effect<MasterKey, Unavailable> =>
  read(path).pipe(
    Effect.catchIf(
      ({ detail }) => create && detail === `the key file ${path} is missing`,
      () => Effect.zipRight(make(path, profile), read(path))
    ),
    Effect.flatMap((text) => parse(text, `the key file ${path}`))
  )
