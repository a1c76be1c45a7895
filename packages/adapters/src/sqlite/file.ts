import { accessSync, chmodSync, closeSync, constants, openSync, readSync, type Stats, statSync } from "node:fs"
import { dirname } from "node:path"
import { StoreUnavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import { unavailable } from "./failure.js"
import type { SqliteOptions } from "./SqliteOptions.js"

const MAGIC = "SQLite format 3\0"

const statOf = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false })

const beginning = (path: string): string => {
  const file = openSync(path, "r")
  try {
    const bytes = Buffer.alloc(MAGIC.length)
    return bytes.toString("latin1", 0, readSync(file, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(file)
  }
}

const sizeOf = (path: string): number => statOf(path)?.size ?? 0

/**
 * The log of a database that is gone. SQLite writes it into whichever comes to be under that name, or throws it away with all that is
 * in it alone when a new one begins.
 */
export const logLeft = (filename: string): string | undefined => {
  const log = `${filename}-wal`
  return sizeOf(filename) === 0 && sizeOf(log) > 0
    ? `${log} was left there by a database that is gone; put that back, or move the log away`
    : undefined
}

/** Whether nothing has been stored there yet: the moment at which a host may make a new master key. */
export const isNew = (filename: string): Effect.Effect<boolean, StoreUnavailable> =>
  Effect.suspend(() => {
    const reason = logLeft(filename)
    return reason === undefined ? Effect.succeed(sizeOf(filename) === 0) : Effect.fail(new StoreUnavailable({ reason }))
  }).pipe(Effect.catchAllDefect((defect) => Effect.fail(unavailable(filename)(defect))))

const others = 0o077

/**
 * Looks before SQLite does, since SQLite makes what is missing and says little about what is wrong. A new file is the owner's
 * alone from its first moment, and so are the files that SQLite puts beside it; an older one that others may read is closed to them.
 */
export const prepareFile = ({ filename, create = true }: SqliteOptions): Effect.Effect<Stats, StoreUnavailable> => {
  const fail = (reason: string) => Effect.fail(new StoreUnavailable({ reason }))
  const look = Effect.suspend(() => {
    if (filename === "" || filename.startsWith(":memory:")) return fail("SQLite needs the path of a file")
    const left = logLeft(filename)
    if (left !== undefined) return fail(left)
    let found = statOf(filename)
    if (found === undefined) {
      if (!create) return fail(`${filename} does not exist`)
      closeSync(openSync(filename, "a", 0o600))
      found = statSync(filename)
    }
    if (!found.isFile()) return fail(`${filename} is not a file`)
    accessSync(filename, constants.R_OK | constants.W_OK)
    accessSync(dirname(filename), constants.W_OK | constants.X_OK)
    if (found.size === 0 && !create) return fail(`${filename} is empty`)
    if (found.size > 0 && beginning(filename) !== MAGIC) return fail(`${filename} is not a database`)
    if (process.platform !== "win32" && (found.mode & others) !== 0) chmodSync(filename, found.mode & 0o700)
    return Effect.succeed(found)
  })
  return Effect.catchAllDefect(look, (defect) => Effect.fail(unavailable(filename)(defect)))
}

const same = (a: Stats, b: Stats | undefined): boolean => b !== undefined && a.ino === b.ino && a.dev === b.dev

/**
 * Whether the files that were opened are still the ones under their names. A deleted file goes on taking writes until the
 * process ends, and then they are gone; so this is asked before every commit.
 */
export const stillThere = (filename: string): (() => boolean) => {
  const wal = `${filename}-wal`
  const opened = [filename, wal].map((path) => [path, statOf(path)] as const)
  return () => opened.every(([path, stats]) => stats === undefined || same(stats, statOf(path)))
}
