import { randomBytes } from "node:crypto"
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync
} from "node:fs"
import { dirname } from "node:path"
import { Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"

const unavailable = (detail: string) => new Unavailable({ port: "vault", detail })

const codeOf = (failure: unknown): string => String((failure as { readonly code?: unknown })?.code ?? "unknown error")

const others = 0o077

/** The key itself in the place of its file's name; a folder that is there is a name after all. */
const isKey = (path: string): boolean =>
  /^(gm:)?([0-9a-fA-F]{64}|[A-Za-z0-9+/_-]{43}=?)$/.test(path) && !(path.includes("/") && existsSync(dirname(path)))

/** What opens a file here: nothing when there is none. */
interface Found {
  readonly open: boolean
  readonly text: string | undefined
}

/** What stands in a file that its owner alone may read. Owner and mode are asked of the opened file, not of its name, so that nobody swaps it in between. */
export const readOwnFile = (path: string): Effect.Effect<string | undefined, Unavailable> =>
  Effect.try({
    try: (): Found => {
      const file = openSync(path, "r")
      try {
        const { mode } = fstatSync(file)
        return { open: process.platform !== "win32" && (mode & others) !== 0, text: readFileSync(file, "utf8") }
      } finally {
        closeSync(file)
      }
    },
    catch: codeOf
  }).pipe(
    Effect.catchAll((code) => {
      if (isKey(path))
        return Effect.fail(unavailable("what is to name the key file looks like a key itself, and is not repeated"))
      return code === "ENOENT"
        ? Effect.succeed<Found>({ open: false, text: undefined })
        : Effect.fail(unavailable(`the key file ${path}: ${code}`))
    }),
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
export const makeOwnFile = (path: string, text: string): Effect.Effect<void, Unavailable> =>
  Effect.try({
    try: () => {
      const draft = `${path}.${randomBytes(8).toString("hex")}`
      try {
        const file = openSync(draft, "wx", 0o600)
        try {
          writeSync(file, `${text}\n`)
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
