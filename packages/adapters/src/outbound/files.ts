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

/** A secret in a file that its owner alone may read; mode and contents are those of one opened file. */
export const secretInFile = (port: PortName, path: string): Effect.Effect<Redacted.Redacted, Unavailable> =>
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
    catch: (failure) =>
      new Unavailable({ port, detail: `the secret's file ${path} cannot be read: ${codeOf(failure)}` })
  }).pipe(
    Effect.flatMap(({ readable, text }) => {
      if (readable)
        return Effect.fail(
          new Unavailable({ port, detail: `the secret's file ${path} is open to other users: chmod 600 it` })
        )
      if (text === "") return Effect.fail(new Unavailable({ port, detail: `the secret's file ${path} holds nothing` }))
      return Effect.succeed(Redacted.make(text))
    })
  )
