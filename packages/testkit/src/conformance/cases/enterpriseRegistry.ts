import { EnterpriseRegistry, type RegistryQuestion } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Case } from "./Case.js"
import { type VerifierSamples, verifierCases } from "./verifier.js"

export type Samples<R = never> = VerifierSamples<RegistryQuestion, R>

export const cases = <R = never>(samples: Samples<R>): ReadonlyArray<Case<EnterpriseRegistry | R>> =>
  verifierCases(
    (question: RegistryQuestion) => Effect.flatMap(EnterpriseRegistry, (port) => port.check(question)),
    samples
  )
