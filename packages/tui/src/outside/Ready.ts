import type { Unavailable } from "@single-window/core"
import type * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type { OutsideWords } from "../text/outsideZhCN.js"

/** A sentence that is put into words only where it shows: a screen changes its language. */
export type Told = (words: OutsideWords) => string

/** What `doctor` found out about a source without asking it about anybody. */
export interface Finding {
  readonly check: string
  readonly status: "ok" | "warning" | "failed"
  readonly message: Told
}

/** A source as it was configured, not made yet. */
export interface Ready<Id> {
  readonly source: string
  readonly layer: Layer.Layer<Id, Unavailable>
  readonly examine: Effect.Effect<ReadonlyArray<Finding>>
}

/** Where a configuration goes wrong, and how. */
export interface Mistake {
  readonly path: ReadonlyArray<string>
  readonly why: string
}
