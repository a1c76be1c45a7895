import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { administration } from "../commands/Permission.js"
import { scopeOf } from "../domain/Enterprise.js"
import { type AccountFilter, type HistoryEntry, Store } from "../store/Store.js"
import { historyViews } from "./historyView.js"
import { aboutEnterprise } from "./Query.js"

const PAGE = 200

/** What happened to the enterprise's users, deleted ones too, newest first and no more than asked for: for who manages them. */
export const EnterpriseHistory = aboutEnterprise({
  name: "EnterpriseHistory",
  may: administration,
  input: Schema.Struct({
    limit: Schema.optionalWith(Schema.Int.pipe(Schema.between(1, 1000)), { default: () => 200 })
  }),
  run: ({ administrator, actor }, { limit }) =>
    Effect.gen(function* () {
      const store = yield* Store
      const scope = scopeOf(administrator.enterprise)
      if (scope === undefined) return []
      const found: Array<{ readonly username: string; readonly entry: HistoryEntry }> = []
      let after: AccountFilter["after"]
      do {
        const from = after === undefined ? {} : { after }
        const page = yield* store.find({ limit: PAGE, scope, includeDeleted: true, ...from })
        for (const { account } of page.accounts) {
          if (scopeOf(account.enterprise) !== scope) continue
          const entries = yield* store.history(account.id)
          found.push(...entries.map((entry) => ({ username: account.username, entry })))
        }
        after = page.next
      } while (after !== undefined)
      const newest = found
        .map((one, order) => ({ ...one, order }))
        .sort((a, b) => b.entry.at - a.entry.at || b.order - a.order)
        .slice(0, limit)
      const views = yield* historyViews(
        newest.map(({ entry }) => entry),
        actor
      )
      return views.map((view, at) => ({ username: newest[at]?.username ?? "", ...view }))
    })
})
