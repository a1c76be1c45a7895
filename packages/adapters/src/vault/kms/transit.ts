import { type Limited, Unavailable, type Vault } from "@single-window/core"
import * as Config from "effect/Config"
import type { ConfigError } from "effect/ConfigError"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import { fromBase64 } from "../../certificate/base64.js"
import { endpointOf } from "../../outbound/Endpoint.js"
import { makeExchange, type PatienceOptions } from "../../outbound/exchange.js"
import { secretInFile, textOfFile } from "../../outbound/files.js"
import { type Answered, makePost } from "../../outbound/postJson.js"
import { Trouble } from "../../outbound/Trouble.js"
import type { Kms } from "./Kms.js"
import { type KmsOptions, layerKms } from "./layer.js"

export interface TransitOptions extends PatienceOptions {
  /** https, or http on loopback; without a path. */
  readonly address: string
  /** `X-Vault-Token`: may encrypt and decrypt with the key, and nothing else. */
  readonly token: Redacted.Redacted
  /** The key's name: letters, digits, `-`, `_` and `.`. */
  readonly key: string
  /** Where the engine is mounted. Default `transit`. */
  readonly mount?: string | undefined
  readonly namespace?: string | undefined
  readonly tlsAuthority?: string | undefined
}

const Encrypted = Schema.Struct({
  data: Schema.Struct({ ciphertext: Schema.String.pipe(Schema.pattern(/^vault:v[1-9]\d{0,8}:[A-Za-z0-9+/=]+$/)) })
})
const Decrypted = Schema.Struct({ data: Schema.Struct({ plaintext: Schema.String }) })

const MOST_BYTES = 64 * 1024
const DEADLINE = "3 seconds"

const unavailable = (error: Limited | Unavailable): Unavailable =>
  error._tag === "Unavailable"
    ? error
    : new Unavailable({
        port: "vault",
        detail: "kms transit: limited",
        ...(error.until === undefined ? {} : { retryAt: error.until })
      })

const part = (name: string, text: string) =>
  /^[A-Za-z0-9._-]{1,128}$/.test(text) && !/^\.+$/.test(text)
    ? Effect.succeed(text)
    : Effect.fail(new Unavailable({ port: "vault", detail: `kms transit: the ${name} is no name` }))

/** What goes into a header; anything else would end the program at the first question. */
const headerText = (name: string, text: string) =>
  /^[\x21-\x7e]{1,8192}$/.test(text)
    ? Effect.succeed(text)
    : Effect.fail(new Unavailable({ port: "vault", detail: `kms transit: the ${name} is no text for a header` }))

/** What stands in a status: a token that may not, a key that is not there. */
const settled = ({
  body,
  status
}: Answered): Effect.Effect<{ readonly refused: boolean; readonly body: unknown }, Trouble> => {
  if (status === 200) return Effect.succeed({ refused: false, body })
  if (status === 400) return Effect.succeed({ refused: true, body })
  return Effect.fail(
    new Trouble({ reason: status === 403 || status === 404 ? "account" : "not-understood", code: `HTTP${status}` })
  )
}

const notUnderstood = () => new Trouble({ reason: "not-understood" })

/**
 * The transit engine of HashiCorp Vault, and of what speaks like it: `POST /v1/transit/encrypt/KEY` and `/decrypt/KEY`. Either
 * question may be put again without harm.
 */
export const transit = (options: TransitOptions): Effect.Effect<Kms, Unavailable, Scope.Scope> =>
  Effect.gen(function* () {
    const token = yield* headerText("token", Redacted.value(options.token))
    const namespace = options.namespace === undefined ? undefined : yield* headerText("namespace", options.namespace)
    const url = yield* endpointOf("vault", "kms transit", options.address)
    const mount = yield* part("mount", options.mount ?? "transit")
    const key = yield* part("key", options.key)
    const post = yield* makePost({ mostBytes: MOST_BYTES, tlsAuthority: options.tlsAuthority })
    const exchange = yield* makeExchange({
      port: "vault",
      source: "kms transit",
      repeat: "if-unanswered",
      deadline: options.deadline ?? DEADLINE,
      breaker: options.breaker
    })
    const ask = (verb: "encrypt" | "decrypt", json: object) => {
      const headers = {
        "x-vault-request": "true",
        "x-vault-token": token,
        ...(namespace === undefined ? {} : { "x-vault-namespace": namespace })
      }
      return Effect.flatMap(post(new URL(`/v1/${mount}/${verb}/${key}`, url), headers, json), settled)
    }
    return {
      service: "transit",
      wrap: (bytes) =>
        exchange(
          Effect.gen(function* () {
            const { body, refused } = yield* ask("encrypt", { plaintext: Buffer.from(bytes).toString("base64") })
            if (refused) return yield* Effect.fail(notUnderstood())
            const { data } = yield* Effect.mapError(Schema.decodeUnknown(Encrypted)(body), notUnderstood)
            return data.ciphertext
          })
        ).pipe(Effect.mapError(unavailable)),
      unwrap: (wrapped) =>
        exchange(
          Effect.gen(function* () {
            const { body, refused } = yield* ask("decrypt", { ciphertext: wrapped })
            if (refused) return undefined
            const { data } = yield* Effect.mapError(Schema.decodeUnknown(Decrypted)(body), notUnderstood)
            return yield* Option.match(fromBase64(data.plaintext), {
              onNone: () => Effect.fail(notUnderstood()),
              onSome: (bytes) => Effect.succeed<Uint8Array>(bytes)
            })
          })
        ).pipe(Effect.mapError(unavailable))
    }
  })

export const layerTransit = (options: TransitOptions & KmsOptions): Layer.Layer<Vault, Unavailable> =>
  layerKms(transit(options), options)

const optional = (name: string) => Config.map(Config.option(Config.nonEmptyString(name)), Option.getOrUndefined)

/** The name of the key that wraps those of new stores, when a KMS is to. */
export const transitKey: Effect.Effect<string | undefined, ConfigError> = optional("SINGLE_WINDOW_KMS_KEY")

/**
 * `SINGLE_WINDOW_KMS_KEY` and `SINGLE_WINDOW_KMS_MOUNT`, and by the names that Vault's own tools read: `VAULT_ADDR`, `VAULT_TOKEN` or
 * a file by `VAULT_TOKEN_FILE`, `VAULT_NAMESPACE`, `VAULT_CACERT`.
 */
export const transitFromEnvironment: Effect.Effect<TransitOptions, Unavailable | ConfigError> = Effect.gen(
  function* () {
    const file = yield* optional("VAULT_TOKEN_FILE")
    const authority = yield* optional("VAULT_CACERT")
    return {
      address: yield* Config.nonEmptyString("VAULT_ADDR"),
      token:
        file === undefined
          ? yield* Config.redacted(Config.nonEmptyString("VAULT_TOKEN"))
          : yield* secretInFile("vault", file, "the file that VAULT_TOKEN_FILE names"),
      key: yield* Config.nonEmptyString("SINGLE_WINDOW_KMS_KEY"),
      mount: yield* optional("SINGLE_WINDOW_KMS_MOUNT"),
      namespace: yield* optional("VAULT_NAMESPACE"),
      tlsAuthority: authority === undefined ? undefined : yield* textOfFile("vault", authority)
    }
  }
)

export const layerTransitConfig = (options: KmsOptions): Layer.Layer<Vault, Unavailable | ConfigError> =>
  Layer.unwrapEffect(Effect.map(transitFromEnvironment, (from) => layerTransit({ ...from, ...options })))
