import Database from "better-sqlite3"

/** Opens the file beside the ledger, as somebody with access to it would. */
export const withRaw = <A>(filename: string, use: (database: Database.Database) => A): A => {
  const database = new Database(filename)
  try {
    return use(database)
  } finally {
    database.close()
  }
}
