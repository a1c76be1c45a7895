import type { AccountView } from "@single-window/core"
import * as Effect from "effect/Effect"
import { columnsOf, padded, safeText } from "../safeText.js"
import { accountWords } from "../text/accounts/index.js"
import { Output } from "./Output.js"
import { Settings } from "./Settings.js"

/** Rows of text under a heading, each column as wide as its widest cell. */
export const table = (rows: ReadonlyArray<ReadonlyArray<string>>): Effect.Effect<void, never, Output> =>
  Effect.gen(function* () {
    const { line } = yield* Output
    const safe = rows.map((row) => row.map(safeText))
    const widths = (safe[0] ?? []).map((_, at) => Math.max(...safe.map((row) => columnsOf(row[at] ?? ""))))
    for (const row of safe)
      yield* line(
        row
          .map((cell, at) => padded(cell, widths[at] ?? 0))
          .join("  ")
          .trimEnd()
      )
  })

/** Accounts in a list, as masked as they come. */
export const accountTable = (accounts: ReadonlyArray<AccountView>): Effect.Effect<void, never, Output | Settings> =>
  Effect.gen(function* () {
    const { words, language } = yield* Settings
    const names = accountWords[language]
    const { line } = yield* Output
    if (accounts.length === 0) return yield* line(words.accounts.none)
    yield* table([
      words.accounts.columns,
      ...accounts.map(({ username, role, status, level, holder, enterprise }) => [
        username,
        names.role[role],
        names.status[status],
        names.level[level],
        holder.name,
        enterprise.name
      ])
    ])
  })
