import {
  CurrentPolicy,
  type Ledger,
  layerMemory,
  Policy,
  SingleWindow,
  Store,
  type StoreUnavailable,
  type Vault
} from "@single-window/core"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { type Witness, witnessed } from "../invariants/Witness.js"
import { type Ports, layer as worldLayer } from "../world/layer.js"
import type { World } from "../world/World.js"
import type { WorldRuntime } from "../world/WorldRuntime.js"
import type { WorldOptions } from "../world/WorldState.js"
import { type DefectName, withDefect } from "./defects.js"

export interface Assembly extends WorldOptions {
  readonly policy?: unknown
  readonly defect?: DefectName | undefined
  /** In place of the world's own. */
  readonly vault?: Layer.Layer<Vault>
}

export type Assembled = SingleWindow | Store | Ledger | CurrentPolicy | Ports | WorldRuntime | Witness

/** A single window on a world, with a witness around it and, where one is asked for, a mistake in it. */
export const assembleOn = <Kept>(
  world: World,
  ledger: Layer.Layer<Kept | Ledger, StoreUnavailable>,
  { policy: overrides, defect, vault, ...options }: Assembly
): Layer.Layer<Assembled | Kept, StoreUnavailable> => {
  const planted = withDefect(defect)
  const policy = Layer.sync(CurrentPolicy, () => Schema.decodeUnknownSync(Policy)(overrides ?? {}))
  const outside = worldLayer(world, options)
  const whole = vault === undefined ? outside : Layer.merge(outside, vault)
  const around = witnessed(planted.outside(whole), planted.ledger(ledger))
  return SingleWindow.layer.pipe(
    Layer.provideMerge(planted.store(Store.layer)),
    Layer.provideMerge(Layer.merge(around, policy))
  )
}

export const assemble = (world: World, options: Assembly): Layer.Layer<Assembled, StoreUnavailable> =>
  assembleOn(world, layerMemory, options)
