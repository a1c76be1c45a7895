import { open } from "node:fs/promises"
import { type PortName, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"

const MOST = 1024 * 1024
const others = 0o077
const everybody = 0o002

const codeOf = (failure: unknown): string => String((failure as { readonly code?: unknown })?.code ?? "unknown error")

/** What can be said of a file, and what it holds, of one opened file. */
const lookAt = async (path: string) => {
  const file = await open(path, "r")
  try {
    const { mode, size } = await file.stat()
    const permits = process.platform === "win32" ? 0 : mode
    return { permits, size, bytes: size > MOST ? Buffer.alloc(0) : await file.readFile() }
  } finally {
    await file.close()
  }
}

/**
 * What a deployment keeps in a file beside its configuration: a certificate, a bank's public key. Whoever may write to it decides whom
 * we believe, so every user must not.
 */
export const bytesOfFile = (port: PortName, path: string): Effect.Effect<Buffer, Unavailable> =>
  Effect.gen(function* () {
    const fail = (why: string) => Effect.fail(new Unavailable({ port, detail: `the file ${path} ${why}` }))
    const { bytes, permits, size } = yield* Effect.tryPromise({ try: () => lookAt(path), catch: codeOf }).pipe(
      Effect.catchAll((code) => fail(`cannot be read: ${code}`))
    )
    if ((permits & everybody) !== 0) return yield* fail("can be written to by every user: chmod o-w it")
    return size > MOST || bytes.length > MOST ? yield* fail("is too large") : bytes
  })

export const textOfFile = (port: PortName, path: string): Effect.Effect<string, Unavailable> =>
  Effect.map(bytesOfFile(port, path), (bytes) => bytes.toString("utf8"))

/** Somebody who puts the key itself where its file is to be named does not want to read it in a log. */
const isKey = (path: string): boolean => /-----BEGIN|[A-Za-z0-9+/=]{100}/.test(path)

/**
 * A secret in a file that its owner alone may read; mode and contents are those of one opened file. `named` is how messages speak of
 * the file, where its name may be the secret by mistake.
 */
export const secretInFile = (
  port: PortName,
  path: string,
  named = isKey(path) ? "the secret's file (what names it is a key)" : `the secret's file ${path}`
): Effect.Effect<Redacted.Redacted, Unavailable> =>
  Effect.gen(function* () {
    const fail = (why: string) => Effect.fail(new Unavailable({ port, detail: `${named} ${why}` }))
    const { bytes, permits } = yield* Effect.tryPromise({ try: () => lookAt(path), catch: codeOf }).pipe(
      Effect.catchAll((code) => fail(`cannot be read: ${code}`))
    )
    if ((permits & others) !== 0) return yield* fail("is open to other users: chmod 600 it")
    const text = bytes.toString("utf8").trim()
    return text === "" ? yield* fail("holds nothing") : Redacted.make(text)
  })
