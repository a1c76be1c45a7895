/**
 * The statements of the ledger, the same text for every SQL engine. A question mark stands for a value; `placeholders`
 * turns them into an engine's own form. `RETURNING` tells what a conditional write did without a second question.
 */
const HEAD =
  `stream, version, hash, data_key AS "dataKey", state, username, username_key AS "usernameKey", scope, document, ` +
  `role, origin, source, level, certification, deleted, created_at AS "createdAt", updated_at AS "updatedAt"`

const EVENT = "stream, version, tag, at, actor, body, previous, hash"

export const insertHead =
  "INSERT INTO heads (stream, version, hash, data_key, state, username, username_key, scope, document, role, origin, " +
  "source, level, certification, deleted, created_at, updated_at) " +
  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (stream) DO NOTHING RETURNING stream"

export const updateHead =
  "UPDATE heads SET version = ?, hash = ?, data_key = ?, state = ?, username = ?, username_key = ?, scope = ?, " +
  "document = ?, role = ?, origin = ?, source = ?, level = ?, certification = ?, deleted = ?, created_at = ?, " +
  "updated_at = ? WHERE stream = ? AND version = ? RETURNING stream"

export const insertEvent =
  "INSERT INTO events (stream, version, tag, at, actor, body, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"

export const insertClaim =
  "INSERT INTO claims (claim, owner) VALUES (?, ?) ON CONFLICT (claim) DO NOTHING RETURNING claim"
export const deleteClaim = "DELETE FROM claims WHERE claim = ? AND owner = ?"
export const claimOwner = "SELECT owner FROM claims WHERE claim = ?"

export const insertAnswer =
  "INSERT INTO answers (key, request, answer, at) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO NOTHING RETURNING key"
export const answered = "SELECT request, answer FROM answers WHERE key = ?"

export const insertMeta = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING"
export const meta = "SELECT value FROM meta WHERE key = ?"

export const head = `SELECT ${HEAD} FROM heads WHERE stream = ?`

/** Of two heads made in the same millisecond the one whose first event came later is the newer. */
export const byUsername =
  `SELECT ${HEAD} FROM heads WHERE username_key = ? ORDER BY created_at DESC, ` +
  "(SELECT position FROM events WHERE events.stream = heads.stream AND events.version = 1) DESC"

export const find = (conditions: ReadonlyArray<string>): string =>
  `SELECT ${HEAD} FROM heads${conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`} ` +
  "ORDER BY username_key, stream LIMIT ?"

export const events = `SELECT ${EVENT} FROM events WHERE stream = ? ORDER BY version`
export const journal = `SELECT position, ${EVENT} FROM events WHERE position > ? ORDER BY position LIMIT ?`
export const heads = `SELECT ${HEAD} FROM heads WHERE stream > ? ORDER BY stream LIMIT ?`
export const claims = "SELECT claim, owner FROM claims WHERE claim > ? ORDER BY claim LIMIT ?"

/** SQLite takes the question marks as they are, PostgreSQL numbers them. */
export const placeholders = {
  sqlite: (text: string): string => text,
  pg: (text: string): string => {
    let index = 0
    return text.replaceAll("?", () => `$${++index}`)
  }
}
