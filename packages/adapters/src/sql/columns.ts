import { migrationTable } from "./migrations.js"

/** How a value about a person lies in the database: only what cannot be read or recomputed without the master key may. */
export type Rest = "sealed" | "keyed-hash" | "wrapped-key"

export interface Column {
  readonly table: string
  readonly column: string
  /** How it rests if it is about a person, or opens what is; `false` when it tells nothing about anybody. */
  readonly sensitive: false | Rest
  readonly holds: string
}

const of =
  (table: string) =>
  (column: string, sensitive: Column["sensitive"], holds: string): Column => ({ table, column, sensitive, holds })

const head = of("heads")
const event = of("events")
const claim = of("claims")
const answer = of("answers")
const meta = of("meta")
const place = of("positions")
const migration = of(migrationTable)

/** Every column there is. A column that is not listed here, with a word on whether it is about a person, fails a test. */
export const columns: ReadonlyArray<Column> = [
  head("stream", false, "the account's id, made at random"),
  head("version", false, "how many events the account has"),
  head("hash", false, "hash of the newest event"),
  head("data_key", "wrapped-key", "the account's own key, under the master key"),
  head("state", "sealed", "the whole account"),
  head("username", false, "the name somebody logs in by; lists show it and sort by it"),
  head("username_key", false, "the same in lower case"),
  head("scope", "keyed-hash", "the enterprise the account belongs to"),
  head("document", "keyed-hash", "type and number of the holder's document"),
  head("role", false, "personal, operator or administrator"),
  head("origin", false, "registered, migrated, cardless or card"),
  head("source", false, "the older system a migrated account comes from"),
  head("level", false, "security level"),
  head("certification", false, "how far certification has come"),
  head("deleted", false, "0 or 1"),
  head("created_at", false, "epoch milliseconds"),
  head("updated_at", false, "epoch milliseconds"),
  event("position", false, "place in the journal"),
  event("stream", false, "the account's id"),
  event("version", false, "the account's version after the event"),
  event("tag", false, "what kind of thing happened"),
  event("at", false, "epoch milliseconds"),
  event("actor", false, "who acted: an account's id, a card's last digits, the name of a member of staff"),
  event("body", "sealed", "what happened, and the reason given"),
  event("previous", false, "hash of the event before"),
  event("hash", false, "hash of this event"),
  claim("claim", "keyed-hash", "kind of a unique key, and the key"),
  claim("owner", false, "the account's id"),
  answer("key", "keyed-hash", "the key under which a command was sent"),
  answer("request", "keyed-hash", "the command, to tell a repetition from another command"),
  answer("answer", "sealed", "what the command was answered, with the wrapped key it is sealed under"),
  answer("at", false, "epoch milliseconds"),
  meta("key", false, "name of a fact about the store"),
  meta("value", false, "the fact; for the check of the master key a sealed text that everybody knows"),
  place("name", false, "a piece of background work"),
  place("position", false, "the place in the journal it has come to"),
  place("holder", false, "the process that does it now, by a number made at random"),
  place("until", false, "epoch milliseconds after which another may"),
  migration("migration_id", false, "schema version"),
  migration("created_at", false, "when it was reached"),
  migration("name", false, "what it is called")
]
