import { randomBytes } from "node:crypto"
import { Unavailable, Vault } from "@single-window/core"
import * as Config from "effect/Config"
import type { ConfigError } from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import { KeyCache } from "./KeyCache.js"
import { BYTES, fromFile, type MasterKey, parse, written } from "./MasterKey.js"
import { type Profile, profiles, type Sealer } from "./Suite.js"
import { suites } from "./suites.js"

const WRAPPED = "data-key"

const unavailable = (detail: string) => new Unavailable({ port: "vault", detail })
const doesNotOpen = (what: string) => () => unavailable(`${what} does not open`)

const make = ({ bytes, profile }: MasterKey): Vault["Type"] => {
  const suite = suites[profile]
  const wrapping = suite.sealer(suite.derive(Redacted.value(bytes), "wrap"))
  const hashing = suite.derive(Redacted.value(bytes), "fingerprint")
  const keys = new KeyCache<Sealer>((wrapped) => suite.sealer(wrapping.open(WRAPPED, wrapped)))
  const unwrapped = (key: string) => Effect.try({ try: () => keys.get(key), catch: doesNotOpen("a data key") })

  return Vault.of({
    createKey: Effect.sync(() => wrapping.seal(WRAPPED, randomBytes(BYTES))),
    seal: (key, context, text) =>
      Effect.map(unwrapped(key), (dataKey) => dataKey.seal(context, Buffer.from(text, "utf8"))),
    open: (key, context, sealed) =>
      Effect.flatMap(unwrapped(key), (dataKey) =>
        Effect.try({
          try: () => dataKey.open(context, sealed).toString("utf8"),
          catch: doesNotOpen("a sealed text")
        })
      ),
    fingerprint: (text) => suite.keyedHash(hashing, text),
    digest: suite.hash
  })
}

const layerOf = <E>(master: Effect.Effect<MasterKey, E>): Layer.Layer<Vault, E> =>
  Layer.effect(Vault, Effect.map(master, make))

/** The vault on a master key in hexadecimal or base64, as an environment variable or a secret manager gives it. */
export const layer = (options: { readonly key: Redacted.Redacted }): Layer.Layer<Vault, Unavailable> =>
  layerOf(parse(Redacted.value(options.key), "the vault's key"))

/** The vault on a key that nobody keeps, for a store that nobody keeps either. */
export const layerPassing = (profile: Profile): Layer.Layer<Vault, Unavailable> =>
  layerOf(Effect.suspend(() => parse(written(profile, randomBytes(BYTES).toString("hex")), "a new key")))

export interface KeyFileOptions {
  readonly path: string
  /** Whether a missing file may be made: only for a store that is new. */
  readonly create: boolean
  /** The algorithms that a new store begins with, and a key that is there already must be for; an old store has those of its key. */
  readonly profile?: Profile | undefined
}

/** A new store does not silently begin with other algorithms than were asked for. */
const asAsked =
  ({ create, profile }: Pick<KeyFileOptions, "create" | "profile">, where: string) =>
  (key: MasterKey) =>
    create && profile !== undefined && key.profile !== profile
      ? Effect.fail(
          unavailable(`${where} is for the profile ${key.profile}, and the new store is to begin with ${profile}`)
        )
      : Effect.succeed(key)

/** The vault on a master key in a file that only its owner may read. */
export const layerKeyFile = (options: KeyFileOptions): Layer.Layer<Vault, Unavailable> =>
  layerOf(
    Effect.flatMap(
      fromFile(options.path, options.create, options.profile),
      asAsked(options, `the key file ${options.path}`)
    )
  )

/** `SINGLE_WINDOW_CRYPTO`: the algorithms of new stores and new passwords, `aes` or `gm`. */
export const profileConfig: Effect.Effect<Profile | undefined, Unavailable | ConfigError> = Effect.gen(function* () {
  const given = yield* Config.option(Config.string("SINGLE_WINDOW_CRYPTO"))
  if (Option.isNone(given) || given.value === "") return undefined
  const profile = profiles.find((one) => one === given.value.trim().toLowerCase())
  return profile ?? (yield* Effect.fail(unavailable(`SINGLE_WINDOW_CRYPTO is ${profiles.join(" or ")}`)))
})

/** `SINGLE_WINDOW_KEY` if it is set, else the file that `SINGLE_WINDOW_KEY_FILE` names, else the given one; a new store by `SINGLE_WINDOW_CRYPTO`. */
export const layerConfig = (fallback: KeyFileOptions): Layer.Layer<Vault, Unavailable | ConfigError> =>
  Layer.unwrapEffect(
    Effect.gen(function* () {
      const profile = fallback.profile ?? (yield* profileConfig)
      const options = { ...fallback, profile }
      const key = yield* Config.option(Config.redacted("SINGLE_WINDOW_KEY"))
      if (Option.isSome(key)) {
        const where = "SINGLE_WINDOW_KEY"
        return layerOf(Effect.flatMap(parse(Redacted.value(key.value), where), asAsked(options, where)))
      }
      const path = yield* Config.withDefault(Config.string("SINGLE_WINDOW_KEY_FILE"), fallback.path)
      return layerKeyFile({ ...options, path })
    })
  )
