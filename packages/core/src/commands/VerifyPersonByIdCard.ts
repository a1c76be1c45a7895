import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Subject } from "../domain/Method.js"
import { personAt, verified } from "../flows/PersonVerification.js"
import { IdCardVerifier } from "../ports/IdCardVerifier.js"
import { CtidRemedies, IdCardElements, IdentityChangeVoids } from "../rules/index.js"
import { ask } from "./ask.js"
import { own } from "./Command.js"
import { refusedWith } from "./decide.js"
import { ShownIdentity, ValidityInput } from "./fields.js"
import { inJourney, journeyMoves } from "./journey.js"
import { holderOrClerk } from "./Permission.js"

/** 身份证认证 of the representative or the holder: all four elements, three of them locked. */
export const VerifyPersonByIdCard = own({
  name: "VerifyPersonByIdCard",
  may: holderOrClerk,
  input: Schema.Struct({ subject: Subject, validity: ValidityInput, ...ShownIdentity }),
  secrets: ["validity", "name", "document"],
  run: (context, given) =>
    inJourney(context, (journey) =>
      Effect.gen(function* () {
        const { subject, policy, today } = context
        const { account } = subject
        const { step, person } = yield* personAt(account, journey.state, given.subject, given)
        const elements = yield* IdCardElements.elements(person.name, person.document, given.validity, today)
        const verifier = yield* IdCardVerifier
        const { refused, spent } = yield* ask(
          context,
          { subject: given.subject, channel: "id-card" },
          verifier.verify(elements),
          CtidRemedies.judge
        )
        if (refused !== undefined) return refusedWith(subject, spent, refused)
        const edited =
          given.subject === "account-holder"
            ? IdentityChangeVoids.afterHolderEdit(account, {
                ...account.holder,
                validity: { from: elements.validFrom, to: elements.validTo }
              })
            : []
        return journeyMoves(context, journey, [...edited, ...verified(step, given.subject, "id-card", policy)])
      })
    )
})
