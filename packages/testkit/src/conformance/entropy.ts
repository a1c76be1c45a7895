import type { Entropy } from "@single-window/core"
import type * as Layer from "effect/Layer"
import { cases } from "./cases/entropy.js"
import { register, type SuiteOptions } from "./register.js"

export * from "./cases/entropy.js"

export const suite = <E>(name: string, layer: Layer.Layer<Entropy, E>, options?: SuiteOptions): void =>
  register("Entropy", name, layer, cases(), options)
