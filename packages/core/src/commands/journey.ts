import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type { Account } from "../domain/Account.js"
import { type Journey, methodOf } from "../domain/Journey.js"
import { isoTime } from "../domain/time.js"
import type { AccountEvent } from "../flows/AccountEvent.js"
import * as Certification from "../flows/Certification.js"
import { type JourneyView, journeyView } from "../flows/journeys.js"
import type { Refusal } from "../Refusal.js"
import type { StoreUnavailable } from "../store/Ledger.js"
import type { Decision, OwnContext } from "./Command.js"
import { happens, refusedWith } from "./decide.js"

/**
 * Runs a step on the open journey. One that has run out is put on record as over, and refused: nothing of it can be used
 * any more, and nothing certified before is touched.
 */
export const inJourney = <Result, R>(
  context: OwnContext,
  step: (journey: Journey) => Effect.Effect<Decision<Result>, Refusal | StoreUnavailable, R>
): Effect.Effect<Decision<Result>, Refusal | StoreUnavailable, R> =>
  Either.match(Certification.open(context.subject.account, context.now), {
    onRight: step,
    onLeft: (refusal) =>
      refusal._tag === "CertificationExpired"
        ? Effect.succeed(refusedWith(context.subject, [{ _tag: "CertificationRanOut" }], refusal, false))
        : Effect.fail(refusal)
  })

/** A step's events, answered with where the journey then stands. */
export const journeyMoves = <Extra extends object = object>(
  context: OwnContext,
  journey: Journey,
  events: ReadonlyArray<AccountEvent>,
  options: {
    readonly bound?: boolean
    readonly extra?: Extra
    readonly afterwards?: Decision<unknown>["afterwards"]
  } = {}
): Decision<JourneyView & Partial<Extra>> =>
  happens(
    context.subject,
    events,
    (after: Account): JourneyView & Partial<Extra> => ({
      ...journeyView(after, methodOf(journey.state), isoTime),
      ...(options.extra ?? ({} as Partial<Extra>))
    }),
    { bound: options.bound ?? true, ...(options.afterwards === undefined ? {} : { afterwards: options.afterwards }) }
  )
