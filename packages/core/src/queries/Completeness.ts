import * as Effect from "effect/Effect"
import { Nothing } from "../commands/fields.js"
import { nextActions } from "../commands/nextActions.js"
import { holderOrStaff } from "../commands/Permission.js"
import { MethodPreference, ProfileCompleteness } from "../rules/index.js"
import { aboutAccount } from "./Query.js"

/** 检查企业信息是否完整, and what to do next: a set, since both kinds of information can need mending. */
export const Completeness = aboutAccount({
  name: "Completeness",
  may: holderOrStaff,
  input: Nothing,
  run: ({ subject, policy, today }) =>
    Effect.succeed({
      problems: ProfileCompleteness.problems(subject.account, policy, today),
      next: nextActions(subject.account, policy, today),
      methods: MethodPreference.recommended()
    })
})
