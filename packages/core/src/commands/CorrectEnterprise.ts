import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { enterpriseFields } from "../domain/Enterprise.js"
import { FieldInvalid } from "../domain/FieldInvalid.js"
import type { AccountEvent } from "../flows/AccountEvent.js"
import * as Certification from "../flows/Certification.js"
import { IdentityChangeVoids } from "../rules/index.js"
import { own } from "./Command.js"
import { happens, nothing } from "./decide.js"
import { EnterpriseInput, enterprise, Text } from "./fields.js"
import { supervision } from "./Permission.js"
import { voidedBy } from "./voided.js"

/**
 * What customer service does once evidence was seen: all four fields, beyond the limit of two, with a reason and a
 * reference to the evidence. The front door resolves `account` and keeps `reason`.
 */
export const CorrectEnterprise = own({
  name: "CorrectEnterprise",
  may: supervision,
  input: Schema.Struct({ account: Text, ...EnterpriseInput.fields, reason: Text, evidence: Text }),
  run: ({ subject, policy }, given) =>
    Effect.gen(function* () {
      if (given.evidence.trim() === "")
        return yield* Effect.fail(new FieldInvalid({ field: "evidence", problem: "missing" }))
      const corrected = yield* enterprise(given, policy)
      const before = subject.account.enterprise
      const changed = enterpriseFields.filter((field) => corrected[field] !== before[field])
      if (changed.length === 0) return nothing({ changed, voided: voidedBy([]) })
      const events = IdentityChangeVoids.afterEnterpriseEdit(subject.account, corrected, policy).map(
        (event): AccountEvent =>
          event._tag === "EnterpriseEdited"
            ? { _tag: "EnterpriseCorrected", enterprise: event.enterprise, evidence: given.evidence.trim() }
            : event._tag === "CertificationVoided"
              ? { ...event, because: "corrected-by-staff" }
              : event
      )
      return happens(subject, [...events, ...Certification.afterEnterpriseEdit(subject.account)], () => ({
        changed,
        voided: voidedBy(events)
      }))
    })
})
