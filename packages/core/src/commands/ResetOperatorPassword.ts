import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { managing } from "./Command.js"
import { happens } from "./decide.js"
import { Text } from "./fields.js"
import { initialPassword } from "./newAccount.js"
import { targetOf } from "./operators.js"
import { administration } from "./Permission.js"

/** 重置密码: back to the initial password, which must be changed; sessions end and a lock is lifted. */
export const ResetOperatorPassword = managing({
  name: "ResetOperatorPassword",
  may: administration,
  input: Schema.Struct({ account: Text }),
  run: (context, { account }) =>
    Effect.gen(function* () {
      const target = yield* targetOf(context, account, "reset")
      const fresh = yield* initialPassword(context.now, context.policy)
      return happens(target, [{ _tag: "PasswordReset", ...fresh }], (after) => ({
        account: after.username,
        mustChangePassword: true
      }))
    })
})
