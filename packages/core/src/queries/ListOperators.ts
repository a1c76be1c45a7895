import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { administration } from "../commands/Permission.js"
import { scopeOf } from "../domain/Enterprise.js"
import { EnterpriseMatchesAdministrator } from "../rules/index.js"
import { type AccountFilter, type Loaded, Store } from "../store/Store.js"
import { accountView } from "./accountView.js"
import { aboutEnterprise } from "./Query.js"

const PAGE = 200

/**
 * 我的操作员: every user of the enterprise, migrated ones too; user name and remark tell where one came from.
 * `differs` names the fields that keep the administrator from managing an account.
 */
export const ListOperators = aboutEnterprise({
  name: "ListOperators",
  may: administration,
  input: Schema.Struct({ includeDeleted: Schema.optional(Schema.Boolean) }),
  run: ({ administrator, policy, now }, { includeDeleted }) =>
    Effect.gen(function* () {
      const store = yield* Store
      const scope = scopeOf(administrator.enterprise)
      // Accounts that belong to no enterprise yet are nobody's operators.
      if (scope === undefined) return []
      const found: Array<Loaded> = []
      let after: AccountFilter["after"]
      do {
        const page = yield* store.find({
          limit: PAGE,
          scope,
          ...(after === undefined ? {} : { after }),
          ...(includeDeleted === undefined ? {} : { includeDeleted })
        })
        found.push(...page.accounts)
        after = page.next
      } while (after !== undefined)
      return found
        .filter(({ account }) => scopeOf(account.enterprise) === scope)
        .map(({ account }) => {
          const matched = EnterpriseMatchesAdministrator.check(account, administrator, policy)
          return {
            ...accountView(account, now),
            self: account.id === administrator.id,
            differs: Either.isLeft(matched) ? matched.left.fields : []
          }
        })
    })
})
