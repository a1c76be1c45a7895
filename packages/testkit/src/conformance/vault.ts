import type { Vault } from "@single-window/core"
import type * as Layer from "effect/Layer"
import { cases } from "./cases/vault.js"
import { register, type SuiteOptions } from "./register.js"

export * from "./cases/vault.js"

export const suite = <E>(name: string, layer: Layer.Layer<Vault, E>, options?: SuiteOptions): void =>
  register("Vault", name, layer, cases(), options)
