import type { PasswordHasher } from "@single-window/core"
import type * as Layer from "effect/Layer"
import { cases, type Samples } from "./cases/passwordHasher.js"
import { register, type SuiteOptions } from "./register.js"

export * from "./cases/passwordHasher.js"

export const suite = <E>(
  name: string,
  layer: Layer.Layer<PasswordHasher, E>,
  samples: Samples = {},
  options?: SuiteOptions
): void => register("PasswordHasher", name, layer, cases(samples), options)
