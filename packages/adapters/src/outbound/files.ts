import { open, readFile } from "node:fs/promises"
import { type PortName, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"

const MOST = 1024 * 1024
const others = 0o077

const codeOf = (failure: unknown): string => String((failure as { readonly code?: unknown })?.code ?? "unknown error")

/** What a deployment keeps in a file beside its configuration: a certificate, a bank's public key. */
export const bytesOfFile = (port: PortName, path: string): Effect.Effect<Buffer, Unavailable> =>
  Effect.tryPromise({
    try: () => readFile(path),
    catch: (failure) => new Unavailable({ port, detail: `the file ${path} cannot be read: ${codeOf(failure)}` })
  }).pipe(
    Effect.filterOrFail(
      ({ length }) => length <= MOST,
      () => new Unavailable({ port, detail: `the file ${path} is too large` })
    )
  )

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
  Effect.tryPromise({
    try: async () => {
      const file = await open(path, "r")
      try {
        const { mode, size } = await file.stat()
        const readable = process.platform !== "win32" && (mode & others) !== 0
        return { readable, text: size > MOST ? "" : (await file.readFile("utf8")).trim() }
      } finally {
        await file.close()
      }
    },
    catch: (failure) => new Unavailable({ port, detail: `${named} cannot be read: ${codeOf(failure)}` })
  }).pipe(
    Effect.flatMap(({ readable, text }) => {
      if (readable)
        return Effect.fail(new Unavailable({ port, detail: `${named} is open to other users: chmod 600 it` }))
      if (text === "") return Effect.fail(new Unavailable({ port, detail: `${named} holds nothing` }))
      return Effect.succeed(Redacted.make(text))
    })
  )
