import * as Effect from "effect/Effect"
import { Nothing } from "../commands/fields.js"
import { holderOrStaff } from "../commands/Permission.js"
import { Store } from "../store/Store.js"
import { historyViews } from "./historyView.js"
import { aboutAccount } from "./Query.js"

/** What happened to an account, oldest first, without personal data. */
export const History = aboutAccount({
  name: "History",
  may: holderOrStaff,
  input: Nothing,
  run: ({ subject, actor }) =>
    Effect.flatMap(Store, (store) =>
      Effect.flatMap(store.history(subject.account.id), (entries) => historyViews(entries, actor))
    )
})
