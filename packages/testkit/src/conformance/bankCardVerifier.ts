import { type BankCardFactors, BankCardVerifier } from "@single-window/core"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type { Case } from "./Case.js"
import { register, type SuiteOptions } from "./register.js"
import { type VerifierSamples, verifierCases } from "./verifier.js"

export type Samples<R = never> = VerifierSamples<BankCardFactors, R>

export const cases = <R = never>(samples: Samples<R>): ReadonlyArray<Case<BankCardVerifier | R>> =>
  verifierCases(
    (question: BankCardFactors) => Effect.flatMap(BankCardVerifier, (port) => port.verify(question)),
    samples
  )

export const suite = <E, R = never>(
  name: string,
  layer: Layer.Layer<BankCardVerifier | R, E>,
  samples: Samples<R>,
  options?: SuiteOptions
): void => register(`BankCardVerifier conformance: ${name}`, layer, cases(samples), options)
