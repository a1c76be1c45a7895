import type { SmsSender } from "@single-window/core"
import type * as Layer from "effect/Layer"
import { cases, type Samples } from "./cases/smsSender.js"
import { register, type SuiteOptions } from "./register.js"

export * from "./cases/smsSender.js"

export const suite = <E, R = never>(
  name: string,
  layer: Layer.Layer<SmsSender | R, E>,
  samples: Samples<R>,
  options?: SuiteOptions
): void => register("SmsSender", name, layer, cases(samples), options)
