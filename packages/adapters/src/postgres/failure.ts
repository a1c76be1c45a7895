import { StoreUnavailable } from "@single-window/core"

/** The SQLSTATE or the system's code, such as 40001 or ECONNREFUSED, from under whatever it was wrapped in; "" when there is none. */
export const codeOf = (failure: unknown): string => {
  if (typeof failure !== "object" || failure === null) return ""
  const { code, cause, error } = failure as { code?: unknown; cause?: unknown; error?: unknown }
  return typeof code === "string" ? code : codeOf(cause ?? error)
}

const messageOf = (failure: unknown): string => {
  if (typeof failure !== "object" || failure === null) return ""
  const { cause, message } = failure as { cause?: unknown; message?: unknown }
  return messageOf(cause) || (typeof message === "string" ? message : "")
}

/**
 * Failures of which it is certain that nothing was written and that another try may do: a serialization failure, a deadlock, a lock
 * that was not to be had, no connection free, a server that is starting. A lost connection is none: the commit may have happened.
 */
const again: ReadonlySet<string> = new Set(["40001", "40P01", "55P03", "53300", "57P03"])

export const isBusy = (failure: unknown): boolean =>
  (failure as { readonly busy?: unknown } | undefined)?.busy === true || again.has(codeOf(failure))

/** Failures that may be the fault of one commit among several, and of which it is certain that nothing was written. */
export const isOfOne = (failure: unknown): boolean => /^(22|23|54|UNSTORABLE_TEXT)/.test(codeOf(failure))

const sentences: ReadonlyArray<readonly [code: RegExp, reason: (place: string) => string]> = [
  [/^(40001|40P01|55P03)$/, (place) => `${place} is held up by others`],
  [/^53300$/, (place) => `${place} has no connection free`],
  [/^57P03$/, (place) => `${place} is starting or stopping`],
  [/^57P0[12]$/, (place) => `${place} was stopped`],
  [/^57014$/, (place) => `${place} took too long`],
  [/^(53100|53200)$/, (place) => `${place} has no room left`],
  [/^25006$/, (place) => `${place} only lets itself be read`],
  [/^28/, (place) => `${place} does not let this user in; check the user name and the password`],
  [/^3D000$/, (place) => `there is no database at ${place}`],
  [/^42501$/, (place) => `this user may not do at ${place} what is needed`],
  [/^(42P01|42883)$/, (place) => `${place} lacks a part of the store`],
  [/^XX/, (place) => `${place} is damaged`],
  [/^UNSTORABLE_TEXT$/, () => "text with unpaired surrogates or NUL cannot be stored"],
  [/^ENOTFOUND$|^EAI_/, (place) => `the host of ${place} is not known`],
  [/^ECONNREFUSED$/, (place) => `no server answers at ${place}`],
  [/^(08|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/, (place) => `the connection to ${place} was lost`],
  [/^(ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/, (place) => `the certificate of ${place} is not to be trusted`]
]

/** What the driver says without a code. */
const words: ReadonlyArray<readonly [message: RegExp, reason: (place: string) => string]> = [
  [/timeout|timed out/i, (place) => `${place} does not answer`],
  [/does not support SSL/, (place) => `${place} offers no TLS; add ?sslmode=disable to do without`],
  [/password must be a string/, (place) => `${place} asks for a password, and none was given`],
  [/terminated|not queryable|connection error/i, (place) => `the connection to ${place} was lost`]
]

/** One clear line for staff: no stack trace, no statement, no value, no password. */
export const unavailable =
  (place: string) =>
  (failure: unknown): StoreUnavailable => {
    const code = codeOf(failure)
    const message = messageOf(failure)
    const known =
      sentences.find(([pattern]) => pattern.test(code)) ??
      words.find(([pattern]) => code === "" && pattern.test(message))
    return new StoreUnavailable({
      reason: known === undefined ? `${place} failed with ${code === "" ? "an unknown error" : code}` : known[1](place)
    })
  }
