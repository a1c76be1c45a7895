import type { EnterpriseRegistry } from "@single-window/core"
import type * as Layer from "effect/Layer"
import { cases, type Samples } from "./cases/enterpriseRegistry.js"
import { register, type SuiteOptions } from "./register.js"

export * from "./cases/enterpriseRegistry.js"

export const suite = <E, R = never>(
  name: string,
  layer: Layer.Layer<EnterpriseRegistry | R, E>,
  samples: Samples<R>,
  options?: SuiteOptions
): void => register("EnterpriseRegistry", name, layer, cases(samples), options)
