import { randomBytes, randomInt } from "node:crypto"
import { Entropy } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

/** Unguessable values from the operating system's generator. */
export const layer: Layer.Layer<Entropy> = Layer.succeed(Entropy, {
  token: (bytes) => Effect.sync(() => randomBytes(bytes).toString("hex")),
  digits: (count) => Effect.sync(() => Array.from({ length: count }, () => randomInt(10)).join(""))
})
