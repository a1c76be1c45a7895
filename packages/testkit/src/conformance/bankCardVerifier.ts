import type { BankCardVerifier } from "@single-window/core"
import type * as Layer from "effect/Layer"
import { cases, type Samples } from "./cases/bankCardVerifier.js"
import { register, type SuiteOptions } from "./register.js"

export * from "./cases/bankCardVerifier.js"

export const suite = <E, R = never>(
  name: string,
  layer: Layer.Layer<BankCardVerifier | R, E>,
  samples: Samples<R>,
  options?: SuiteOptions
): void => register("BankCardVerifier", name, layer, cases(samples), options)
