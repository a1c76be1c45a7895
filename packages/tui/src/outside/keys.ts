import { existsSync, readFileSync } from "node:fs"
import * as Password from "@single-window/adapters/password"
import * as VaultLayers from "@single-window/adapters/vault"
import { type PasswordHasher, StoreUnavailable, Unavailable, type Vault } from "@single-window/core"
import * as Config from "effect/Config"
import type * as ConfigError from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type { SettingsShape } from "../commandLine/Settings.js"

/** The names of the environment that are missing or wrong, and nothing of what they hold. */
const missing = (error: ConfigError.ConfigError): string => {
  if (error._op === "And" || error._op === "Or") return `${missing(error.left)}, ${missing(error.right)}`
  return `${error.path.join(".")} cannot be read`
}

/** A key that cannot be had is a store that cannot be opened. */
const asStore = (error: Unavailable | ConfigError.ConfigError): StoreUnavailable =>
  new StoreUnavailable({
    reason: error._tag === "Unavailable" ? (error.detail ?? "the vault's key cannot be had") : missing(error)
  })

const byProfile = <Id>(
  make: (profile: VaultLayers.Profile | undefined) => Layer.Layer<Id, Unavailable | ConfigError.ConfigError>
): Layer.Layer<Id, StoreUnavailable> =>
  Layer.mapError(Layer.unwrapEffect(Effect.map(VaultLayers.profileConfig, make)), asStore)

/** What a key file begins with, when there is one. */
const beginning = (path: string): string => {
  try {
    return readFileSync(path, "utf8").slice(0, 8)
  } catch {
    return ""
  }
}

/** Whether a KMS wraps the keys of a store: its key file says so, or for a new one the environment does. */
const byKms = (keyFile: string, create: boolean) =>
  Effect.gen(function* () {
    if (existsSync(keyFile)) return VaultLayers.isWrapped(beginning(keyFile))
    if (!create || (yield* VaultLayers.transitKey) === undefined) return false
    const clear = yield* Config.option(Config.redacted("SINGLE_WINDOW_KEY"))
    if (Option.isNone(clear)) return true
    const detail = "SINGLE_WINDOW_KEY and SINGLE_WINDOW_KMS_KEY cannot both be given for a new store"
    return yield* Effect.fail(new Unavailable({ port: "vault", detail }))
  })

/** The vault of the store at a path; `create` when the store is new, and then its key may be. */
export const keyFor = (settings: SettingsShape, path: string, create: boolean): Layer.Layer<Vault, StoreUnavailable> =>
  byProfile((profile) =>
    Layer.unwrapEffect(
      Effect.gen(function* () {
        const named = yield* Config.withDefault(Config.string("SINGLE_WINDOW_KEY_FILE"), `${path}.key`)
        const keyFile = { path: settings.keyFile ?? named, create, profile }
        if (yield* byKms(keyFile.path, create)) return VaultLayers.layerTransitConfig({ keyFile })
        return settings.keyFile === undefined
          ? VaultLayers.layerConfig({ path: `${path}.key`, create, profile })
          : VaultLayers.layerKeyFile(keyFile)
      })
    )
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
