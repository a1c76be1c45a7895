import {
  type AccountEvent,
  AccountId,
  CurrentPolicy,
  type Enterprise,
  Entropy,
  type Holder,
  type Ledger,
  layerMemory,
  type Origin,
  PasswordHasher,
  Policy,
  type Role,
  SingleWindow,
  Store,
  StoreUnavailable,
  type Unavailable,
  type Vault
} from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { type Ports, layer as worldLayer } from "./layer.js"
import type { World } from "./World.js"
import type { WorldRuntime } from "./WorldRuntime.js"
import type { WorldOptions } from "./WorldState.js"

export interface SingleWindowOptions extends WorldOptions {
  /** Overrides of the policy's defaults. */
  readonly policy?: unknown
  /** Where accounts are kept; in memory unless said. */
  readonly ledger?: Layer.Layer<Ledger, StoreUnavailable>
  /** What seals and hashes; the world's own, deterministic and open to everybody, unless said. */
  readonly vault?: Layer.Layer<Vault, Unavailable>
}

export type Everything = SingleWindow | Store | Ledger | CurrentPolicy | Ports | WorldRuntime

/** A whole single window on a mock world: the front door, its store, every port, and the runtime that steers the outside. */
export const singleWindow = (
  world: World,
  { ledger = layerMemory, policy: overrides = {}, vault, ...options }: SingleWindowOptions = {}
): Layer.Layer<Everything, StoreUnavailable> => {
  const outside =
    vault === undefined
      ? worldLayer(world, options)
      : Layer.merge(
          worldLayer(world, options),
          Layer.mapError(vault, ({ detail }) => new StoreUnavailable({ reason: detail ?? "vault" }))
        )
  const policy = Layer.sync(CurrentPolicy, () => Schema.decodeUnknownSync(Policy)(overrides))
  return SingleWindow.layer.pipe(
    Layer.provideMerge(Store.layer),
    Layer.provideMerge(Layer.mergeAll(ledger, policy, outside))
  )
}

/** An account as a test or scenario puts it into the store before the clock starts. */
export interface Seed {
  readonly username: string
  readonly enterprise: Enterprise
  readonly holder: Holder
  readonly role?: Role
  readonly origin?: Origin
  readonly source?: string
  readonly mobile?: string
  readonly email?: string
  readonly password?: string
  readonly mustChangePassword?: boolean
}

/** Puts an account into the store as if it had come with the system. */
export const seed = (account: Seed) =>
  Effect.gen(function* () {
    const store = yield* Store
    const hasher = yield* PasswordHasher
    const role = account.role ?? "personal"
    const origin = account.origin ?? (role === "administrator" ? "registered" : "migrated")
    const passwordHash =
      account.password === undefined ? undefined : yield* Effect.orDie(hasher.hash(Redacted.make(account.password)))
    const event: AccountEvent = {
      _tag: "AccountTakenOver",
      id: AccountId.make(`acct-${yield* (yield* Entropy).token(10)}`),
      username: account.username,
      enterprise: account.enterprise,
      holder: account.holder,
      mobile: account.mobile ?? "",
      email: account.email ?? "",
      role,
      origin,
      mustChangePassword: account.mustChangePassword ?? false,
      ...(account.source === undefined ? {} : { source: account.source }),
      ...(passwordHash === undefined ? {} : { passwordHash })
    }
    const at = yield* Clock.currentTimeMillis
    return yield* store.commit({ changes: [{ before: undefined, events: [event] }], at, actor: "system:seed" })
  })
