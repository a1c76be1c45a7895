import { EnterpriseRegistry, type RegistryQuestion } from "@single-window/core"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type { Case } from "./Case.js"
import { register, type SuiteOptions } from "./register.js"
import { type VerifierSamples, verifierCases } from "./verifier.js"

export type Samples<R = never> = VerifierSamples<RegistryQuestion, R>

export const cases = <R = never>(samples: Samples<R>): ReadonlyArray<Case<EnterpriseRegistry | R>> =>
  verifierCases(
    (question: RegistryQuestion) => Effect.flatMap(EnterpriseRegistry, (port) => port.check(question)),
    samples
  )

export const suite = <E, R = never>(
  name: string,
  layer: Layer.Layer<EnterpriseRegistry | R, E>,
  samples: Samples<R>,
  options?: SuiteOptions
): void => register(`EnterpriseRegistry conformance: ${name}`, layer, cases(samples), options)
