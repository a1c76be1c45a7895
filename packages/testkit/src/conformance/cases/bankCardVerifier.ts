import { type BankCardFactors, BankCardVerifier } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Case } from "./Case.js"
import { type VerifierSamples, verifierCases } from "./verifier.js"

export type Samples<R = never> = VerifierSamples<BankCardFactors, R>

export const cases = <R = never>(samples: Samples<R>): ReadonlyArray<Case<BankCardVerifier | R>> =>
  verifierCases(
    (question: BankCardFactors) => Effect.flatMap(BankCardVerifier, (port) => port.verify(question)),
    samples
  )
