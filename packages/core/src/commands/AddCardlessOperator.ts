import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { scopeOf } from "../domain/Enterprise.js"
import { managing } from "./Command.js"
import { Text } from "./fields.js"
import { usernameFor } from "./newAccount.js"
import { newOperator, operatorFields } from "./operators.js"
import { administration } from "./Permission.js"

/** 新增无卡操作员: an operator who signs in by user name, first with the initial password. */
export const AddCardlessOperator = managing({
  name: "AddCardlessOperator",
  may: administration,
  input: Schema.Struct({ username: Text, ...operatorFields }),
  secrets: ["name", "mobile", "document", "validity", "email"],
  run: (context, form) =>
    Effect.gen(function* () {
      const username = yield* usernameFor(form.username.trim(), scopeOf(context.administrator.enterprise))
      const event = yield* newOperator(context, username, form)
      return {
        changes: [{ before: undefined, events: [event] }],
        result: () => ({ account: username, mustChangePassword: true })
      }
    })
})
