import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { isLocked } from "../domain/Account.js"
import { own } from "./Command.js"
import { happens } from "./decide.js"
import { Text } from "./fields.js"
import { supervision } from "./Permission.js"

/** Takes a lock away, one that only staff can take away included; an account that is not locked stays as it is. */
export const UnlockAccount = own({
  name: "UnlockAccount",
  may: supervision,
  input: Schema.Struct({ account: Text, reason: Text }),
  run: ({ subject, now }) =>
    Effect.succeed(
      happens(subject, isLocked(subject.account, now) ? [{ _tag: "AccountUnlocked" }] : [], () => ({ locked: false }))
    )
})
