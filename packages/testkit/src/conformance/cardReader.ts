import type { CardReader } from "@single-window/core"
import type * as Layer from "effect/Layer"
import { cases, type Samples } from "./cases/cardReader.js"
import { register, type SuiteOptions } from "./register.js"

export * from "./cases/cardReader.js"

export const suite = <E, R = never>(
  name: string,
  layer: Layer.Layer<CardReader | R, E>,
  samples: Samples<R>,
  options?: SuiteOptions
): void => register("CardReader", name, layer, cases(samples), options)
