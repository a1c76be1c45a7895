import * as Password from "@single-window/adapters/password"
import * as VaultLayers from "@single-window/adapters/vault"
import { type PasswordHasher, StoreUnavailable, type Unavailable, type Vault } from "@single-window/core"
import type { ConfigError } from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { SettingsShape } from "../commandLine/Settings.js"

/** A key that cannot be had is a store that cannot be opened. */
const asStore = (error: Unavailable | ConfigError): StoreUnavailable =>
  new StoreUnavailable({
    reason:
      error._tag === "Unavailable"
        ? (error.detail ?? "the vault's key cannot be had")
        : "SINGLE_WINDOW_KEY cannot be read"
  })

const byProfile = <Id>(
  make: (profile: VaultLayers.Profile | undefined) => Layer.Layer<Id, Unavailable | ConfigError>
): Layer.Layer<Id, StoreUnavailable> =>
  Layer.mapError(Layer.unwrapEffect(Effect.map(VaultLayers.profileConfig, make)), asStore)

/** The vault of the store at a path; `create` when the store is new, and then its key may be. */
export const keyFor = (settings: SettingsShape, path: string, create: boolean): Layer.Layer<Vault, StoreUnavailable> =>
  byProfile((profile) =>
    settings.keyFile === undefined
      ? VaultLayers.layerConfig({ path: `${path}.key`, create, profile })
      : VaultLayers.layerKeyFile({ path: settings.keyFile, create, profile })
  )

export const keyInMemory = (settings: SettingsShape): Layer.Layer<Vault, StoreUnavailable> =>
  byProfile((profile = "aes") =>
    settings.keyFile === undefined
      ? VaultLayers.layerPassing(profile)
      : VaultLayers.layerKeyFile({ path: settings.keyFile, create: false })
  )

/** New passwords by the profile that is asked for now; those of the other are known as well. */
export const passwords: Layer.Layer<PasswordHasher, StoreUnavailable> = byProfile((profile) =>
  Password.layer({ profile })
)
