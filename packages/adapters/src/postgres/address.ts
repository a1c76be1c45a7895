import { isIP } from "node:net"
import { StoreUnavailable } from "@single-window/core"
import * as Either from "effect/Either"

const parsed = (text: string): URL | undefined => {
  const url = /^postgres(ql)?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined
  // Behind a stroke that was to be written %2F the rest of a password would be taken for the database's name.
  return url === undefined || /[/@]/.test(url.pathname.slice(1)) ? undefined : url
}

/** An address without its password, and without parameters, which may hold another: what messages and logs may say. */
export const shown = (address: string): string => {
  const url = parsed(address)
  if (url === undefined) return "postgres://…"
  const user = url.username === "" ? "" : `${url.username}@`
  return `postgres://${user}${url.host}${url.pathname}`
}

const loopback = (host: string): boolean =>
  host === "" || host === "localhost" || host === "[::1]" || (isIP(host) === 4 && host.startsWith("127."))

export interface Address {
  readonly url: string
  readonly shown: string
  /** Whether it says itself how far the connection is to be sealed. */
  readonly saysTls: boolean
  readonly local: boolean
}

/** Known to nobody but us, and read back: what stands between, such as a pooler, may take the others away without a word. */
export const MARK = "single_window.settings"

/** Settings that every connection must have, whatever the server's defaults; those of the address come after them and win. */
const settings = (statementTimeout: number): ReadonlyArray<readonly [string, string | number]> => [
  ["default_transaction_isolation", "read\\ committed"],
  ["statement_timeout", statementTimeout],
  ["idle_in_transaction_session_timeout", statementTimeout],
  ["client_min_messages", "warning"],
  // What a commit waits for: the disk, and a synchronous standby where there is one.
  ["synchronous_commit", "on"],
  [MARK, "taken"]
]

/** What a driver connects to. */
export const addressOf = (address: string, statementTimeout: number): Either.Either<Address, StoreUnavailable> => {
  const url = parsed(address)
  if (url === undefined) {
    return Either.left(
      new StoreUnavailable({ reason: "the address of PostgreSQL is not postgres://user@host/database" })
    )
  }
  const given = url.searchParams.get("options")
  const ours = settings(statementTimeout).map(([name, value]) => `-c ${name}=${value}`)
  url.searchParams.set("options", [...ours, ...(given === null ? [] : [given])].join(" "))
  // The driver checks the certificate for all of them, and warns that a later version will not.
  if (["prefer", "require", "verify-ca"].includes(url.searchParams.get("sslmode") ?? "")) {
    url.searchParams.set("sslmode", "verify-full")
  }
  // The driver's own reading of addresses knows no plus sign for a blank; in a password it is one.
  url.search = url.search.replaceAll("+", "%20")
  const host = url.searchParams.get("host") ?? url.hostname
  return Either.right({
    url: url.href,
    shown: shown(address),
    // A variable that was not set leaves `sslmode=` behind, which says nothing.
    saysTls: ["sslmode", "ssl", "sslrootcert", "sslcert"].some((name) => (url.searchParams.get(name) ?? "") !== ""),
    local: host.startsWith("/") || loopback(host)
  })
}
