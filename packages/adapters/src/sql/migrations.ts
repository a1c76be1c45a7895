import { fromRecord } from "@effect/sql/Migrator"
import * as SqlClient from "@effect/sql/SqlClient"
import * as Effect from "effect/Effect"
import { commitFunction } from "./commitFunction.js"

/** The table that remembers which migrations a database has had. */
export const migrationTable = "single_window_migrations"

/** The words in which the engines differ. Text compares by its bytes on both, so that pages come in the same order. */
const words = (sql: SqlClient.SqlClient) =>
  sql.onDialectOrElse({
    pg: () => ({
      text: 'TEXT COLLATE "C" NOT NULL',
      integer: "BIGINT NOT NULL",
      position: "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
      strict: "",
      further: [commitFunction]
    }),
    orElse: () => ({
      text: "TEXT NOT NULL",
      integer: "INTEGER NOT NULL",
      position: "INTEGER PRIMARY KEY AUTOINCREMENT",
      strict: "STRICT",
      further: []
    })
  })

const ledger = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const { text, integer, position, strict, further } = words(sql)
  const statements = [
    `CREATE TABLE heads (
      stream ${text} PRIMARY KEY, version ${integer}, hash ${text}, data_key ${text}, state ${text},
      username ${text}, username_key ${text}, scope ${text}, document ${text}, role ${text}, origin ${text},
      source ${text}, level ${text}, certification ${text}, deleted ${integer} CHECK (deleted IN (0, 1)),
      created_at ${integer}, updated_at ${integer}
    ) ${strict}`,
    "CREATE UNIQUE INDEX heads_by_username ON heads (username_key, stream)",
    "CREATE INDEX heads_by_scope ON heads (scope, username_key, stream) WHERE scope <> ''",
    "CREATE INDEX heads_by_document ON heads (document, username_key, stream) WHERE document <> ''",
    `CREATE TABLE events (
      position ${position}, stream ${text} REFERENCES heads (stream), version ${integer} CHECK (version > 0),
      tag ${text}, at ${integer}, actor ${text}, body ${text}, previous ${text}, hash ${text},
      UNIQUE (stream, version)
    ) ${strict}`,
    `CREATE TABLE claims (claim ${text} PRIMARY KEY, owner ${text} REFERENCES heads (stream)) ${strict}`,
    `CREATE TABLE answers (key ${text} PRIMARY KEY, request ${text}, answer ${text}, at ${integer}) ${strict}`,
    `CREATE TABLE meta (key ${text} PRIMARY KEY, value ${text}) ${strict}`,
    ...further
  ]
  yield* Effect.forEach(statements, (statement) => sql.unsafe(statement), { discard: true })
})

/** Who does a piece of background work, and where it has come to. */
const positions = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const { text, integer, strict } = words(sql)
  yield* sql.unsafe(
    `CREATE TABLE positions (name ${text} PRIMARY KEY, position ${integer}, holder ${text}, until ${integer}) ${strict}`
  )
})

const record = { "0001_ledger": ledger, "0002_positions": positions }

export const migrations = fromRecord(record)

/** The schema version that this software reads and writes. */
export const newest = Object.keys(record).length
