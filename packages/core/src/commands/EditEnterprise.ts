import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { type EnterpriseField, enterpriseFields } from "../domain/Enterprise.js"
import * as Certification from "../flows/Certification.js"
import { EnterpriseRegistry } from "../ports/EnterpriseRegistry.js"
import {
  EnterpriseEditLimit,
  EnterpriseEntry,
  IdentityChangeVoids,
  LockedFields,
  RegistryMatch
} from "../rules/index.js"
import { ask } from "./ask.js"
import { own } from "./Command.js"
import { happens, nothing, refusedWith } from "./decide.js"
import { Text } from "./fields.js"
import { holderOrClerk } from "./Permission.js"
import { type Voided, voidedBy } from "./voided.js"

export interface EnterpriseEdited {
  readonly changed: ReadonlyArray<EnterpriseField>
  readonly backfilled: ReadonlyArray<EnterpriseField>
  readonly voided: ReadonlyArray<Voided>
}

/** 用户企业信息修改: back-fill, the limit of two of three, then the registry. */
export const EditEnterprise = own({
  name: "EditEnterprise",
  may: holderOrClerk,
  input: Schema.Struct({
    name: Schema.optional(Text),
    unifiedSocialCreditCode: Schema.optional(Text),
    organizationCode: Schema.optional(Text),
    legalRepresentativeName: Schema.optional(Text)
  }),
  run: (context, edit) =>
    Effect.gen(function* () {
      const { subject, policy } = context
      const { account } = subject
      const { enterprise, backfilled } = yield* EnterpriseEntry.apply(account.enterprise, edit, policy)
      const changed = enterpriseFields.filter((field) => enterprise[field] !== account.enterprise[field])
      const answer: EnterpriseEdited = { changed, backfilled, voided: [] }
      if (changed.length === 0) return nothing(answer)
      yield* EnterpriseEditLimit.check(account.enterprise, enterprise, policy, account.verifiedEnterprise)
      yield* LockedFields.checkSeat(account, enterprise)
      if (policy.enterprise.askRegistryOnSave) {
        const registry = yield* EnterpriseRegistry
        const { refused, spent } = yield* ask(
          context,
          { subject: "enterprise", channel: "registry" },
          registry.check({ enterprise }),
          RegistryMatch.judgeSave
        )
        if (refused !== undefined) return refusedWith(subject, spent, refused)
      }
      const events = IdentityChangeVoids.afterEnterpriseEdit(account, enterprise, policy)
      return happens(
        subject,
        [...events, ...Certification.afterEnterpriseEdit(account)],
        (): EnterpriseEdited => ({ ...answer, voided: voidedBy(events) }),
        { bound: policy.enterprise.askRegistryOnSave }
      )
    })
})
