import { type IdCardElements, IdCardVerifier, Verdict } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Ref from "effect/Ref"
import { idCardAnswer, undeclared } from "../world/answers.js"
import { WorldState } from "../world/WorldState.js"
import { type ScriptedVerdict, scriptedVerdicts, verdictOf } from "./script.js"

/** Answers from the people in the world, as the trusted-identity platform would. */
export const layer: Layer.Layer<IdCardVerifier, never, WorldState> = Layer.effect(
  IdCardVerifier,
  Effect.map(WorldState, (state) => ({
    verify: (card: IdCardElements) =>
      Effect.gen(function* () {
        const word = yield* state.ask("id-card", { ...card })
        const forced = word === undefined ? undefined : verdictOf("id-card", word)
        if (forced !== undefined) return forced
        const answer = idCardAnswer(yield* Ref.get(state.world), card)
        if (answer !== undeclared) return answer
        yield* state.refuseUndeclared("id-card")
        return Verdict.NoRecord()
      })
  }))
)

/** Answers by a script alone, and tells what it was asked. */
export const scriptedService = (...answers: ReadonlyArray<ScriptedVerdict>) =>
  Effect.map(scriptedVerdicts<IdCardElements>("id-card", answers), ({ answer, asked }) => ({
    service: IdCardVerifier.of({ verify: answer }),
    asked
  }))

export const script = (...answers: ReadonlyArray<ScriptedVerdict>): Layer.Layer<IdCardVerifier> =>
  Layer.effect(
    IdCardVerifier,
    Effect.map(scriptedService(...answers), ({ service }) => service)
  )
