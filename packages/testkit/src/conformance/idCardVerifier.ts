import { type IdCardElements, IdCardVerifier } from "@single-window/core"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type { Case } from "./Case.js"
import { register, type SuiteOptions } from "./register.js"
import { type VerifierSamples, verifierCases } from "./verifier.js"

export type Samples<R = never> = VerifierSamples<IdCardElements, R>

export const cases = <R = never>(samples: Samples<R>): ReadonlyArray<Case<IdCardVerifier | R>> =>
  verifierCases((question: IdCardElements) => Effect.flatMap(IdCardVerifier, (port) => port.verify(question)), samples)

export const suite = <E, R = never>(
  name: string,
  layer: Layer.Layer<IdCardVerifier | R, E>,
  samples: Samples<R>,
  options?: SuiteOptions
): void => register(`IdCardVerifier conformance: ${name}`, layer, cases(samples), options)
