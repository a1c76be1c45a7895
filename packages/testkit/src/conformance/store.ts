import { Store } from "@single-window/core"
import * as Layer from "effect/Layer"
import { casesWith, type Parts } from "./cases/store.js"
import { register, type SuiteOptions } from "./register.js"

export * from "./cases/store.js"

/** Holds core's store over a ledger and a vault to what it promises: sealing, chaining, unique keys, verification. */
export const suite = <E, E2>(name: string, parts: Parts<E, E2>, options?: SuiteOptions): void => {
  const layer = Layer.provideMerge(Store.layer, Layer.merge(parts.ledger, parts.vault))
  register("Store", name, Layer.fresh(layer), casesWith({ otherVault: parts.otherVault }), { live: true, ...options })
}
