import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { type Limited, spendsAttempt, type Unavailable, type Verdict } from "../domain/Verdict.js"
import type { AccountEvent } from "../flows/AccountEvent.js"
import * as Attempts from "../flows/Attempts.js"
import { verifierUnavailable } from "../ports/VerifierUnavailable.js"
import type { Refusal } from "../Refusal.js"
import type { OwnContext } from "./Command.js"

export interface Judged {
  /** Undefined when the verifier said yes. */
  readonly refused: Refusal | undefined
  readonly spent: ReadonlyArray<AccountEvent>
}

/**
 * Asks a verifier within the subject's budget. Only a "no" spends an attempt; a verifier that could not be asked is a refusal
 * of its own and costs nothing. `before` is what the store can tell without asking anybody; it comes after the budget, so that
 * it cannot be asked without end either.
 */
export const ask = <R, R2 = never>(
  { subject, now, policy }: OwnContext,
  about: { readonly subject: string; readonly channel: string },
  question: Effect.Effect<Verdict, Limited | Unavailable, R>,
  judge: (verdict: Verdict) => Either.Either<void, Refusal>,
  before: Effect.Effect<unknown, Refusal, R2> = Effect.void
): Effect.Effect<Judged, Refusal, R | R2> =>
  Effect.gen(function* () {
    yield* Attempts.check(subject.account, about.subject, about.channel, now, policy)
    yield* before
    const verdict = yield* Effect.mapError(question, verifierUnavailable)
    const judged = judge(verdict)
    return {
      refused: Either.isLeft(judged) ? judged.left : undefined,
      spent: spendsAttempt(verdict) ? [Attempts.spent(subject.account, about.subject, about.channel, now, policy)] : []
    }
  })
