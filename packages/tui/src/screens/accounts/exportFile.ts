import { open, unlink } from "node:fs/promises"
import { homedir } from "node:os"
import { resolve } from "node:path"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"

export type Written =
  | { readonly _tag: "Written"; readonly rows: number; readonly path: string }
  | { readonly _tag: "Exists"; readonly path: string }
  | { readonly _tag: "CannotWrite"; readonly path: string; readonly code: string }

const pathOf = (given: string): string => resolve(given.replace(/^~(?=\/)/, homedir()))

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "?"

/** The disk is full, or gone. */
class NotWritten {
  constructor(readonly code: string) {}
}

/**
 * Writes a file that was not there before, piece by piece, for its owner only. Where the pieces end early, nothing is left of it.
 * `write` answers with how many rows went into the file.
 */
export const writeNew = <E, R>(
  given: string,
  write: (add: (text: string) => Effect.Effect<void>) => Effect.Effect<number, E, R>
): Effect.Effect<Written, E, R> => {
  const path = pathOf(given)
  const opening = Effect.either(Effect.tryPromise({ try: () => open(path, "wx", 0o600), catch: codeOf }))
  const adding = (add: () => Promise<void>) =>
    Effect.promise(() =>
      add().catch((error) => {
        throw new NotWritten(codeOf(error))
      })
    )
  const writing = Effect.acquireUseRelease(
    opening,
    (opened): Effect.Effect<Written, E, R> => {
      if (opened._tag === "Left") {
        const failed = { path, code: opened.left }
        return Effect.succeed(opened.left === "EEXIST" ? { _tag: "Exists", path } : { _tag: "CannotWrite", ...failed })
      }
      return Effect.map(
        write((text) => adding(() => opened.right.appendFile(text))),
        (rows) => ({ _tag: "Written", rows, path })
      )
    },
    (opened, exit) =>
      opened._tag === "Left"
        ? Effect.void
        : Effect.promise(async () => {
            await opened.right.close()
            if (exit._tag === "Failure") await unlink(path).catch(() => undefined)
          })
  )
  return Effect.catchSomeDefect(writing, (defect) =>
    defect instanceof NotWritten
      ? Option.some(Effect.succeed<Written>({ _tag: "CannotWrite", path, code: defect.code }))
      : Option.none()
  )
}
