import { StoreUnavailable } from "@single-window/core"

/** The code of the driver or the system, such as SQLITE_BUSY, from under whatever it was wrapped in; "" when there is none. */
export const codeOf = (failure: unknown): string => {
  if (typeof failure !== "object" || failure === null) return ""
  const { code, cause, error } = failure as { code?: unknown; cause?: unknown; error?: unknown }
  return typeof code === "string" ? code : codeOf(cause ?? error)
}

/** Another process holds the lock: the one failure that goes away by waiting. */
export const isBusy = (failure: unknown): boolean =>
  (failure as { readonly busy?: unknown } | undefined)?.busy === true || /^SQLITE_(BUSY|LOCKED)/.test(codeOf(failure))

const sentences: ReadonlyArray<readonly [code: RegExp, reason: (filename: string) => string]> = [
  [/^SQLITE_(BUSY|LOCKED)/, (file) => `${file} is held by another process`],
  [/^SQLITE_FULL/, (file) => `the disk that holds ${file} is full`],
  [/^SQLITE_READONLY|^EROFS/, (file) => `${file} or its folder cannot be written to`],
  [/^SQLITE_(CORRUPT|NOTADB)/, (file) => `${file} is damaged or not a database`],
  [
    /^SQLITE_(CANTOPEN|PERM|AUTH)|^EACCES|^EPERM/,
    (file) => `${file} cannot be opened; check its permissions and its folder's`
  ],
  [/^SQLITE_IOERR/, (file) => `reading or writing ${file} failed`],
  [/^UNSTORABLE_TEXT/, () => "text with unpaired surrogates or NUL cannot be stored"],
  [/^ENOENT|^ENOTDIR/, (file) => `${file} or its folder is missing`]
]

/** One clear line for staff: no stack trace, no statement, no value. */
export const unavailable =
  (filename: string) =>
  (failure: unknown): StoreUnavailable => {
    const code = codeOf(failure)
    const known = sentences.find(([pattern]) => pattern.test(code))
    const reason =
      known === undefined ? `${filename} failed with ${code === "" ? "an unknown error" : code}` : known[1](filename)
    return new StoreUnavailable({ reason })
  }
