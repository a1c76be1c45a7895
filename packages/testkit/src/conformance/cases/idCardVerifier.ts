import { type IdCardElements, IdCardVerifier } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Case } from "./Case.js"
import { type VerifierSamples, verifierCases } from "./verifier.js"

export type Samples<R = never> = VerifierSamples<IdCardElements, R>

export const cases = <R = never>(samples: Samples<R>): ReadonlyArray<Case<IdCardVerifier | R>> =>
  verifierCases((question: IdCardElements) => Effect.flatMap(IdCardVerifier, (port) => port.verify(question)), samples)
