import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { scopeOf } from "../domain/Enterprise.js"
import { type ManagingContext, managing } from "./Command.js"
import { Text } from "./fields.js"
import { notReservedElsewhere } from "./newAccount.js"
import { newOperator, operatorFields, targetOf } from "./operators.js"
import { administration } from "./Permission.js"

/**
 * Delete, then 新增无卡操作员 with exactly the same user name, in one commit. The new account is another subject: no level,
 * binding, session or open request of the old one goes over. An account that was deleted before is taken up as well.
 */
export const RecreateOperator = managing({
  name: "RecreateOperator",
  may: administration,
  input: Schema.Struct({ account: Text, ...operatorFields }),
  secrets: ["name", "mobile", "document", "validity", "email"],
  run: (context, { account, ...form }) =>
    Effect.gen(function* () {
      const old = yield* liveOrDeleted(context, account)
      yield* notReservedElsewhere(old.account.username, scopeOf(context.administrator.enterprise))
      const event = yield* newOperator(context, old.account.username, form, old)
      return {
        changes: [
          ...(old.account.deleted ? [] : [{ before: old, events: [{ _tag: "AccountDeleted" } as const] }]),
          { before: undefined, events: [event] }
        ],
        result: () => ({ account: old.account.username, successorOf: old.account.id, mustChangePassword: true })
      }
    })
})

/** The live account of that name, or else the one that was deleted. */
const liveOrDeleted = (context: ManagingContext, account: string) =>
  targetOf(context, account, "recreate").pipe(
    Effect.catchTag("NotFound", () => targetOf(context, account, "recreate", "deleted"))
  )
