import * as Effect from "effect/Effect"
import { Nothing } from "../commands/fields.js"
import { holderOrStaff } from "../commands/Permission.js"
import { accountView } from "./accountView.js"
import { aboutAccount } from "./Query.js"

/** One account, personal data masked; `RevealHolder` shows it and puts that on record. */
export const AccountDetails = aboutAccount({
  name: "AccountDetails",
  may: holderOrStaff,
  input: Nothing,
  run: ({ subject, now }) => Effect.succeed(accountView(subject.account, now))
})
