import type { BankUkeyGateway } from "@single-window/core"
import type * as Layer from "effect/Layer"
import { cases, type Samples } from "./cases/bankUkeyGateway.js"
import { register, type SuiteOptions } from "./register.js"

export * from "./cases/bankUkeyGateway.js"

export const suite = <E, R = never>(
  name: string,
  layer: Layer.Layer<BankUkeyGateway | R, E>,
  samples: Samples<R>,
  options?: SuiteOptions
): void => register("BankUkeyGateway", name, layer, cases(samples), options)
