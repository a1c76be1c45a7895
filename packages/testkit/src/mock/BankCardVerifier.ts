import { type BankCardFactors, BankCardVerifier, Verdict } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Ref from "effect/Ref"
import { bankCardAnswer, undeclared } from "../world/answers.js"
import { WorldState } from "../world/WorldState.js"
import { type ScriptedVerdict, scriptedVerdicts, verdictOf } from "./script.js"

/** Answers from the bank cards that people in the world hold (R-61, R-61a). */
export const layer: Layer.Layer<BankCardVerifier, never, WorldState> = Layer.effect(
  BankCardVerifier,
  Effect.map(WorldState, (state) => ({
    verify: (factors: BankCardFactors) =>
      Effect.gen(function* () {
        const word = yield* state.ask("bank-card", { ...factors })
        const forced = word === undefined ? undefined : verdictOf("bank-card", word)
        if (forced !== undefined) return forced
        const answer = bankCardAnswer(yield* Ref.get(state.world), factors)
        if (answer !== undeclared) return answer
        yield* state.refuseUndeclared("bank-card")
        return Verdict.NoRecord()
      })
  }))
)

/** Answers by a script alone, and tells what it was asked. */
export const scriptedService = (...answers: ReadonlyArray<ScriptedVerdict>) =>
  Effect.map(scriptedVerdicts<BankCardFactors>("bank-card", answers), ({ answer, asked }) => ({
    service: BankCardVerifier.of({ verify: answer }),
    asked
  }))

export const script = (...answers: ReadonlyArray<ScriptedVerdict>): Layer.Layer<BankCardVerifier> =>
  Layer.effect(
    BankCardVerifier,
    Effect.map(scriptedService(...answers), ({ service }) => service)
  )
