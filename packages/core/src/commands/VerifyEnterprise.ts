import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { EnterpriseRegistry } from "../ports/EnterpriseRegistry.js"
import { RegistryMatch, ThreeChecksRequired } from "../rules/index.js"
import { ask } from "./ask.js"
import { own } from "./Command.js"
import { refusedWith } from "./decide.js"
import { DocumentInput, document } from "./fields.js"
import { inJourney, journeyMoves } from "./journey.js"
import { holderOrClerk } from "./Permission.js"

/**
 * 核验企业信息, step 1 of the legal-representative journey. The four enterprise fields are the account's and not
 * editable here. Asked again from a later step it goes back and clears what came after.
 */
export const VerifyEnterprise = own({
  name: "VerifyEnterprise",
  may: holderOrClerk,
  input: Schema.Struct({ legalRepresentativeDocument: DocumentInput }),
  secrets: ["legalRepresentativeDocument"],
  run: (context, given) =>
    inJourney(context, (journey) =>
      Effect.gen(function* () {
        const { subject, policy, today } = context
        yield* ThreeChecksRequired.check(journey.state, "enterprise")
        const kept = yield* document(
          "legalRepresentativeDocument",
          given.legalRepresentativeDocument,
          policy,
          today,
          "legal-representative"
        )
        const { enterprise } = subject.account
        const registry = yield* EnterpriseRegistry
        const { refused, spent } = yield* ask(
          context,
          { subject: "enterprise", channel: "registry" },
          registry.check({ enterprise, legalRepresentativeDocument: kept }),
          RegistryMatch.judge
        )
        if (refused !== undefined) {
          return refusedWith(
            subject,
            refused._tag === "EnterpriseNotVerifiable" ? [...spent, { _tag: "EnterpriseFoundNotVerifiable" }] : spent,
            refused
          )
        }
        return journeyMoves(context, journey, [
          {
            _tag: "EnterpriseVerified",
            enterprise,
            legalRepresentative: { name: enterprise.legalRepresentativeName, document: kept }
          }
        ])
      })
    )
})
