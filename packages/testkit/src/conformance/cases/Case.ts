import type * as Context from "effect/Context"
import type * as Effect from "effect/Effect"

/** One thing that whatever implements `Service` must or must not do. A case is data, so that a kit can be held against a broken implementation. */
export interface Case<Service> {
  readonly name: `MUST ${string}` | `MUST NOT ${string}`
  readonly run: Effect.Effect<void, unknown, Service>
}

export type ServiceOf<Tag> = Tag extends Context.Tag<infer _, infer Service> ? Service : never
