import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { managing } from "./Command.js"
import { happens } from "./decide.js"
import { Text } from "./fields.js"
import { targetOf } from "./operators.js"
import { administration } from "./Permission.js"

/** 升级为企业操作员 (R-71, R-72, D9): the same account, with the same id, becomes an operator of its enterprise. */
export const AdmitOperator = managing({
  name: "AdmitOperator",
  may: administration,
  input: Schema.Struct({ account: Text }),
  run: (context, { account }) =>
    Effect.map(targetOf(context, account, "admit"), (target) =>
      happens(
        target,
        target.account.role === "operator"
          ? []
          : [{ _tag: "OperatorAdmitted", administrator: context.administrator.id }],
        (after) => ({ account: after.username, id: after.id, role: after.role })
      )
    )
})
