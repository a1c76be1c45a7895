import type { CaptchaGate } from "@single-window/core"
import type * as Layer from "effect/Layer"
import { cases, type Samples } from "./cases/captchaGate.js"
import { register, type SuiteOptions } from "./register.js"

export * from "./cases/captchaGate.js"

export const suite = <E, R = never>(
  name: string,
  layer: Layer.Layer<CaptchaGate | R, E>,
  samples: Samples<R>,
  options?: SuiteOptions
): void => register("CaptchaGate", name, layer, cases(samples), options)
