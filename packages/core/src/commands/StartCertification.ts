import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { JourneyState } from "../domain/Journey.js"
import { Method } from "../domain/Method.js"
import { isoTime } from "../domain/time.js"
import * as Certification from "../flows/Certification.js"
import { type JourneyView, journeyView } from "../flows/journeys.js"
import { type BankRedirect, BankUkeyGateway } from "../ports/BankUkeyGateway.js"
import { Entropy } from "../ports/Entropy.js"
import { verifierUnavailable } from "../ports/VerifierUnavailable.js"
import { SupportedBank } from "../rules/index.js"
import { type OwnContext, own } from "./Command.js"
import { happens } from "./decide.js"
import { Text } from "./fields.js"
import { holderOrClerk } from "./Permission.js"

export interface CertificationWasStarted extends JourneyView {
  /** Where the browser goes for a bank; the UKEY is used there and never here. */
  readonly redirect?: BankRedirect
}

const MINUTE = 60_000

const atBank = ({ subject, policy, now }: OwnContext, bank: string | undefined) =>
  Effect.gen(function* () {
    const code = yield* SupportedBank.check(bank, policy)
    const entropy = yield* Entropy
    const requestId = yield* entropy.token(16)
    const nonce = yield* entropy.token(16)
    const expiresAt = now + policy.certification.bankRequestMinutes * MINUTE
    const { enterprise, id } = subject.account
    const redirect = yield* (yield* BankUkeyGateway)
      .redirect({ requestId, bank: code, account: id, enterprise, nonce, expiresAt })
      .pipe(Effect.mapError(verifierUnavailable))
    const state: JourneyState = {
      _tag: "AwaitingBank",
      bank: code,
      requestId,
      nonce,
      requestExpiresAt: expiresAt,
      enterprise
    }
    return { state, redirect }
  })

/** 用户实名认证: opens a journey by one of the three methods. */
export const StartCertification = own({
  name: "StartCertification",
  may: holderOrClerk,
  input: Schema.Struct({ method: Method, bank: Schema.optional(Text) }),
  run: (context, { method, bank }) =>
    Effect.gen(function* () {
      const { subject, policy, now, today } = context
      yield* Certification.mayStart(subject.account, method, policy, today)
      const id = yield* (yield* Entropy).token(8)
      const { state, redirect } =
        method === "bank-ukey"
          ? yield* atBank(context, bank)
          : {
              state: { _tag: method === "ic-card" ? "AwaitingCard" : "AwaitingEnterprise" } satisfies JourneyState,
              redirect: undefined
            }
      return happens(
        subject,
        Certification.start(subject.account, id, state, now, policy),
        (after): CertificationWasStarted => ({
          ...journeyView(after, method, isoTime),
          ...(redirect === undefined ? {} : { redirect })
        })
      )
    })
})
