import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { BankCode } from "../domain/Bank.js"
import {
  BankReturnExpired,
  BankReturnNotTrusted,
  BankReturnReplayed,
  decide,
  isReplay
} from "../flows/BankUkeyCertification.js"
import { BankUkeyGateway } from "../ports/BankUkeyGateway.js"
import { verifierUnavailable } from "../ports/VerifierUnavailable.js"
import { ProfileCompleteness, ThreeChecksRequired } from "../rules/index.js"
import { own } from "./Command.js"
import { refusedWith } from "./decide.js"
import { journeyMoves } from "./journey.js"
import { holderOrClerk } from "./Permission.js"

/** As a bank sends them, within what any bank sends. */
const Parameters = Schema.Record({
  key: Schema.String,
  value: Schema.String.pipe(Schema.maxLength(16_384, { message: () => "too-long" }))
}).pipe(Schema.filter((parameters) => Object.keys(parameters).length <= 64 || "too-long"))

const readReturn = (bank: BankCode, parameters: Readonly<Record<string, string>>) =>
  Effect.flatMap(BankUkeyGateway, (gateway) =>
    gateway.read(bank, parameters).pipe(
      Effect.catchTags({
        BankReturnForged: () => Effect.fail(new BankReturnNotTrusted()),
        Unavailable: (error) => Effect.fail(verifierUnavailable(error))
      })
    )
  )

/** What the bank sent back through the browser, untouched. A hostile return changes nothing. */
export const CompleteBankUkey = own({
  name: "CompleteBankUkey",
  may: holderOrClerk,
  input: Schema.Struct({ parameters: Parameters }),
  secrets: ["parameters"],
  run: (context, { parameters }) =>
    Effect.gen(function* () {
      const { subject, policy, now, today } = context
      const { account } = subject
      const journey = account.journey
      const state = journey?.state
      if (journey === undefined || state?._tag !== "AwaitingBank") {
        // No request is open. A return that was used before is told apart from one that nobody asked for.
        for (const bank of account.answeredBankRequests.length === 0 ? [] : policy.certification.banks) {
          const answer = yield* Effect.option(readReturn(bank, parameters))
          if (answer._tag === "Some" && isReplay(account, answer.value))
            return yield* Effect.fail(new BankReturnReplayed())
        }
        return yield* Effect.fail(
          new ThreeChecksRequired.StepOutOfOrder({
            expected: state === undefined ? "start" : ThreeChecksRequired.expectedStep(state)
          })
        )
      }
      const answer = yield* readReturn(state.bank, parameters)
      if (isReplay(account, answer)) return yield* Effect.fail(new BankReturnReplayed())
      if (journey.expiresAt <= now) {
        return refusedWith(subject, [{ _tag: "CertificationRanOut" }], new BankReturnExpired(), false)
      }
      yield* ProfileCompleteness.check(account, policy, today)
      const { events, refused, nameDiffers } = decide(account, state, answer, now, policy)
      if (refused !== undefined) return refusedWith(subject, events, refused)
      return journeyMoves(context, journey, events, {
        extra: { warnings: nameDiffers === true ? ["enterprise-name-differs"] : [] }
      })
    })
})
