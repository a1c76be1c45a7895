import { createHash, createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto"
import { Unavailable, Vault } from "@single-window/core"
import * as Config from "effect/Config"
import type { ConfigError } from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import { KeyCache } from "./KeyCache.js"
import { BYTES, fromFile, type MasterKey, parse } from "./MasterKey.js"
import { open, seal } from "./sealing.js"

/** One key for each use (HKDF), so that neither tells anything about the other or about the master key. */
const derive = (master: MasterKey, use: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync("sha256", Redacted.value(master), "", `single-window/vault/${use}/1`, BYTES)))

const WRAPPED = "data-key"

const doesNotOpen = (what: string) => () => new Unavailable({ port: "vault", detail: `${what} does not open` })

const make = (master: MasterKey): Vault["Type"] => {
  const wrapping = derive(master, "wrap")
  const hashing = derive(master, "fingerprint")
  const keys = new KeyCache((wrapped) => createSecretKey(open(wrapping, WRAPPED, wrapped)))

  return Vault.of({
    createKey: Effect.sync(() => seal(wrapping, WRAPPED, randomBytes(BYTES))),
    seal: (key, context, text) =>
      Effect.try({
        try: () => keys.get(key),
        catch: doesNotOpen("a data key")
      }).pipe(Effect.map((dataKey) => seal(dataKey, context, Buffer.from(text, "utf8")))),
    open: (key, context, sealed) =>
      Effect.flatMap(Effect.try({ try: () => keys.get(key), catch: doesNotOpen("a data key") }), (dataKey) =>
        Effect.try({
          try: () => open(dataKey, context, sealed).toString("utf8"),
          catch: doesNotOpen("a sealed text")
        })
      ),
    fingerprint: (text) => createHmac("sha256", hashing).update(text, "utf8").digest("base64url"),
    digest: (text) => createHash("sha256").update(text, "utf8").digest("hex")
  })
}

const layerOf = <E>(master: Effect.Effect<MasterKey, E>): Layer.Layer<Vault, E> =>
  Layer.effect(Vault, Effect.map(master, make))

/** The vault on a master key in hexadecimal or base64, as an environment variable or a secret manager gives it. */
export const layer = (options: { readonly key: Redacted.Redacted }): Layer.Layer<Vault, Unavailable> =>
  layerOf(parse(Redacted.value(options.key), "the vault's key"))

export interface KeyFileOptions {
  readonly path: string
  /** Whether a missing file may be made: only for a store that is new. */
  readonly create: boolean
}

/** The vault on a master key in a file that only its owner may read. */
export const layerKeyFile = ({ path, create }: KeyFileOptions): Layer.Layer<Vault, Unavailable> =>
  layerOf(fromFile(path, create))

/** `SINGLE_WINDOW_KEY` if it is set, else the file that `SINGLE_WINDOW_KEY_FILE` names, else the given one. */
export const layerConfig = (fallback: KeyFileOptions): Layer.Layer<Vault, Unavailable | ConfigError> =>
  Layer.unwrapEffect(
    Effect.gen(function* () {
      const key = yield* Config.option(Config.redacted("SINGLE_WINDOW_KEY"))
      if (Option.isSome(key)) return layerOf(parse(Redacted.value(key.value), "SINGLE_WINDOW_KEY"))
      const path = yield* Config.withDefault(Config.string("SINGLE_WINDOW_KEY_FILE"), fallback.path)
      return layerKeyFile({ path, create: fallback.create })
    })
  )
