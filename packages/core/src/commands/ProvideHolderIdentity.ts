import * as Effect from "effect/Effect"
import * as Certification from "../flows/Certification.js"
import { personAt, verified } from "../flows/PersonVerification.js"
import { IdCardVerifier } from "../ports/IdCardVerifier.js"
import { CtidRemedies, IdCardElements, IdentityChangeVoids, ThreeChecksRequired } from "../rules/index.js"
import { ask } from "./ask.js"
import { own } from "./Command.js"
import { refusedWith } from "./decide.js"
import { HolderInput, holder } from "./fields.js"
import { inJourney, journeyMoves } from "./journey.js"
import { notRepeated } from "./notRepeated.js"
import { holderOrClerk } from "./Permission.js"

/**
 * 补充身份信息, second step of the IC-card journey. What is given replaces the account's identity, with all that
 * this voids. A resident ID is checked by its four elements at once; any other document, or an ID card that CTID
 * does not know, is then checked by bank card.
 */
export const ProvideHolderIdentity = own({
  name: "ProvideHolderIdentity",
  may: holderOrClerk,
  input: HolderInput,
  secrets: ["name", "document", "validity"],
  run: (context, given) =>
    inJourney(context, (journey) =>
      Effect.gen(function* () {
        const { subject, policy, today } = context
        const { account } = subject
        if (journey.state._tag !== "AwaitingCardHolderIdentity") {
          return yield* Effect.fail(
            new ThreeChecksRequired.StepOutOfOrder({
              expected: ThreeChecksRequired.expectedStep(journey.state)
            })
          )
        }
        const { step } = yield* personAt(account, journey.state, "account-holder")
        const next = yield* holder(given, policy, today)
        const replaced = IdentityChangeVoids.afterHolderEdit(account, next)
        if (next.document.type !== "resident-id") {
          // A code that was sent for the identity before proves nothing about this one.
          const reopened = replaced.length === 0 ? [] : Certification.afterHolderEdit(account)
          return journeyMoves(context, journey, [...replaced, ...reopened], { bound: false })
        }
        const elements = yield* IdCardElements.elements(next.name, next.document, next.validity, today)
        const verifier = yield* IdCardVerifier
        const { refused, spent } = yield* ask(
          context,
          { subject: "account-holder", channel: "id-card" },
          verifier.verify(elements),
          CtidRemedies.judge,
          notRepeated(context, next)
        )
        if (refused !== undefined) return refusedWith(subject, spent, refused)
        return journeyMoves(context, journey, [...replaced, ...verified(step, "account-holder", "id-card", policy)])
      })
    )
})
