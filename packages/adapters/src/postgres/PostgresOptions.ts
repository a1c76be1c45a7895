import type { ConnectionOptions } from "node:tls"
import type * as Duration from "effect/Duration"
import type * as Redacted from "effect/Redacted"

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`; parameters behind `?` as libpq knows them (`sslmode`, `options`, …). */
  readonly url: Redacted.Redacted
  /** The most connections at once. Default 10. */
  readonly maxConnections?: number | undefined
  /** Those kept when there is nothing to do. Default 0. */
  readonly minConnections?: number | undefined
  /** How long a connection may be idle. Default 10 seconds. */
  readonly idleTimeout?: Duration.DurationInput | undefined
  /** After how long a connection is replaced by a new one, so that a change of servers is noticed. Default 30 minutes. */
  readonly connectionTTL?: Duration.DurationInput | undefined
  /** How long to wait for a connection. Default 5 seconds. */
  readonly connectTimeout?: Duration.DurationInput | undefined
  /** How long a statement may take, waiting for others included; a server that says nothing for half as long again is given up. Default 10 seconds. */
  readonly statementTimeout?: Duration.DurationInput | undefined
  /** How long a write that lost against another, or found no connection free on the server, goes on trying. Default 5 seconds. */
  readonly patience?: Duration.DurationInput | undefined
  /** The most commits that share a transaction, unless one call alone hands over more. Default 256. */
  readonly mostCommits?: number | undefined
  /** TLS. Default: on, with the server's certificate checked, unless the server is this machine or the address has an `sslmode`. */
  readonly tls?: boolean | ConnectionOptions | undefined
  /** Whether missing tables may be made. Without it, a mistyped address cannot begin a second store. Default true. */
  readonly create?: boolean | undefined
}
