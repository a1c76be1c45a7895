import type { IdCardVerifier } from "@single-window/core"
import type * as Layer from "effect/Layer"
import { cases, type Samples } from "./cases/idCardVerifier.js"
import { register, type SuiteOptions } from "./register.js"

export * from "./cases/idCardVerifier.js"

export const suite = <E, R = never>(
  name: string,
  layer: Layer.Layer<IdCardVerifier | R, E>,
  samples: Samples<R>,
  options?: SuiteOptions
): void => register("IdCardVerifier", name, layer, cases(samples), options)
