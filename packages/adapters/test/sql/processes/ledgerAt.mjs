// The ledger that an address names: a PostgreSQL database, or the path of an SQLite file.
import * as Postgres from "@single-window/adapters/postgres"
import * as Sqlite from "@single-window/adapters/sqlite"
import * as Redacted from "effect/Redacted"

export const ledgerAt = (place, options = {}) =>
  place.startsWith("postgres:")
    ? Postgres.layer({ url: Redacted.make(place), maxConnections: 4, ...options })
    : Sqlite.layer({ filename: place, ...options })
