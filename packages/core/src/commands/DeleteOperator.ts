import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { scopeOf } from "../domain/Enterprise.js"
import { managing } from "./Command.js"
import { happens } from "./decide.js"
import { Text } from "./fields.js"
import { notReservedElsewhere } from "./newAccount.js"
import { targetOf } from "./operators.js"
import { administration } from "./Permission.js"

/** 删除: the account stays in the journal, its sessions end, its keys are let go; a migrated name stays reserved. */
export const DeleteOperator = managing({
  name: "DeleteOperator",
  may: administration,
  input: Schema.Struct({ account: Text }),
  run: (context, { account }) =>
    Effect.map(targetOf(context, account, "delete"), (target) =>
      happens(target, [{ _tag: "AccountDeleted" }], (after) => ({ account: after.username, deleted: true }))
    )
})

/** Takes a deletion back, unless user name or document have been given to somebody else meanwhile. */
export const RestoreOperator = managing({
  name: "RestoreOperator",
  may: administration,
  input: Schema.Struct({ account: Text }),
  run: (context, { account }) =>
    Effect.gen(function* () {
      const target = yield* targetOf(context, account, "restore", "deleted")
      yield* notReservedElsewhere(target.account.username, scopeOf(context.administrator.enterprise))
      return happens(target, [{ _tag: "AccountRestored" }], (after) => ({ account: after.username, deleted: false }))
    })
})
