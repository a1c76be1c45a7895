import { EnterpriseRegistry, type RegistryQuestion, Verdict } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Ref from "effect/Ref"
import { registryAnswer, undeclared } from "../world/answers.js"
import { WorldState } from "../world/WorldState.js"
import { type ScriptedVerdict, scriptedVerdicts, verdictOf } from "./script.js"

/** Answers from the enterprises on record in the world. */
export const layer: Layer.Layer<EnterpriseRegistry, never, WorldState> = Layer.effect(
  EnterpriseRegistry,
  Effect.map(WorldState, (state) => ({
    check: (question: RegistryQuestion) =>
      Effect.gen(function* () {
        const word = yield* state.ask("registry", { ...question })
        const forced = word === undefined ? undefined : verdictOf("registry", word)
        if (forced !== undefined) return forced
        const stale = state.trouble.profile === "registry-stale"
        const answer = registryAnswer(yield* Ref.get(state.world), question, stale)
        if (answer !== undeclared) return answer
        yield* state.refuseUndeclared("registry")
        return Verdict.NoRecord()
      })
  }))
)

/** Answers by a script alone, and tells what it was asked. */
export const scriptedService = (...answers: ReadonlyArray<ScriptedVerdict>) =>
  Effect.map(scriptedVerdicts<RegistryQuestion>("registry", answers), ({ answer, asked }) => ({
    service: EnterpriseRegistry.of({ check: answer }),
    asked
  }))

export const script = (...answers: ReadonlyArray<ScriptedVerdict>): Layer.Layer<EnterpriseRegistry> =>
  Layer.effect(
    EnterpriseRegistry,
    Effect.map(scriptedService(...answers), ({ service }) => service)
  )
