import { join } from "node:path"
import { it } from "@effect/vitest"
import * as Postgres from "@single-window/adapters/postgres"
import * as Sqlite from "@single-window/adapters/sqlite"
import { Effect, Redacted } from "effect"
import { expect } from "vitest"
import { newest } from "../../src/sql/migrations.js"
import { frontDoorRace } from "../sql/frontDoorRace.js"
import { folder } from "../sqlite/place.js"
import { database, raw } from "./place.js"

it.scopedLive(
  "R-24: sixteen processes start on nothing and add one document in different spellings, fifty times, on SQLite and on PostgreSQL",
  () =>
    Effect.gen(function* () {
      const place = yield* folder
      const filename = join(place, "store.db")
      const url = yield* database
      yield* frontDoorRace(place, [
        { address: filename, ledger: Sqlite.layer({ filename }) },
        { address: url, ledger: Postgres.layer({ url: Redacted.make(url) }) }
      ])
      expect(yield* raw(url, "SELECT count(*)::int AS times FROM single_window_migrations")).toEqual([
        { times: newest }
      ])
    }),
  120_000
)
