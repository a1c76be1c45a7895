import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from "node:crypto"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { type Asked, serve, type VendorServer, type VendorServerOptions } from "../vendor/index.js"

export { type WireFault, type WireFaultName, wireFaults } from "../vendor/index.js"

export interface TransitKmsOptions extends VendorServerOptions {
  readonly key?: string
  readonly mount?: string
}

/** A token that no Vault gave out. */
export const token = "hvs.SYNTHETIC-TOKEN"

interface Reply {
  readonly status: number
  readonly json: object
}

const NONCE = 12
const TAG = 16
const ciphertextForm = /^vault:v([1-9]\d*):([A-Za-z0-9+/=]+)$/

/** The keys by version, newest last; versions below `oldest` no longer decipher. */
class KeyRing {
  readonly #keys: Array<Buffer> = [randomBytes(32)]
  oldest = 1

  rotate(): void {
    this.#keys.push(randomBytes(32))
  }

  encipher(plaintext: Buffer): string {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv("aes-256-gcm", this.#keys.at(-1) ?? nonce, nonce)
    const bytes = Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
    return `vault:v${this.#keys.length}:${bytes.toString("base64")}`
  }

  decipher(ciphertext: string): Buffer | undefined {
    const [, version = "0", text = ""] = ciphertextForm.exec(ciphertext) ?? []
    const key = Number(version) < this.oldest ? undefined : this.#keys[Number(version) - 1]
    const bytes = Buffer.from(text, "base64")
    if (key === undefined || bytes.toString("base64") !== text || bytes.length < NONCE + TAG) return undefined
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE))
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
    try {
      return Buffer.concat([decipher.update(bytes.subarray(NONCE, bytes.length - TAG)), decipher.final()])
    } catch {
      return undefined
    }
  }
}

const errors = (status: number, ...said: ReadonlyArray<string>): Reply => ({ status, json: { errors: said } })

const fieldOf = ({ body }: Asked, name: string): string | undefined => {
  try {
    const read: unknown = JSON.parse(body.toString("utf8"))
    const value = typeof read === "object" && read !== null ? Reflect.get(read, name) : undefined
    return typeof value === "string" ? value : undefined
  } catch {
    return undefined
  }
}

/** The transit engine of HashiCorp Vault as its API is documented, played on loopback: it wraps what it is given under a key of its own. */
export class TransitKms extends Context.Tag("@single-window/testkit/TransitKms")<
  TransitKms,
  VendorServer & {
    /** A new version of the key; what older ones wrapped opens as before. */
    readonly rotate: Effect.Effect<void>
    /** Versions below this one open nothing any more. */
    readonly retireBelow: (version: number) => Effect.Effect<void>
    /** From now on only this token counts. */
    readonly setToken: (token: string) => Effect.Effect<void>
    /** The engine answers nobody until it is unsealed. */
    readonly seal: (sealed: boolean) => Effect.Effect<void>
  }
>() {
  static readonly layer = ({ key = "single-window", mount = "transit", ...options }: TransitKmsOptions = {}) =>
    Layer.scoped(
      this,
      Effect.gen(function* () {
        const ring = new KeyRing()
        let [accepted, sealed] = [token, false]

        const answered = (asked: Asked, verb: string): Reply => {
          if (sealed) return errors(503, "Vault is sealed")
          if (asked.headers["x-vault-token"] !== accepted) return errors(403, "permission denied")
          if (asked.method !== "POST") return errors(405, "unsupported operation")
          if (verb === "encrypt") {
            const plaintext = fieldOf(asked, "plaintext")
            if (plaintext === undefined) return errors(400, "missing plaintext")
            return { status: 200, json: { data: { ciphertext: ring.encipher(Buffer.from(plaintext, "base64")) } } }
          }
          const plaintext = ring.decipher(fieldOf(asked, "ciphertext") ?? "")
          return plaintext === undefined
            ? errors(400, "invalid ciphertext: could not decrypt")
            : { status: 200, json: { data: { plaintext: plaintext.toString("base64") } } }
        }

        const attend = (asked: Asked) =>
          Effect.sync(() => {
            const [, verb = ""] = new RegExp(`^/v1/${mount}/(encrypt|decrypt)/${key}$`).exec(asked.path) ?? []
            const id = randomUUID()
            const { json, status } = verb === "" ? errors(404) : answered(asked, verb)
            // What it would say of another key than the one that it was asked about.
            const other =
              verb === "encrypt"
                ? { ciphertext: ring.encipher(randomBytes(32)) }
                : { plaintext: randomBytes(32).toString("base64") }
            return {
              received: { action: verb, signed: asked.headers["x-vault-token"] === accepted },
              reply: {
                status,
                id,
                json: { request_id: id, ...json },
                other: { request_id: id, data: other },
                otherHeaders: {}
              }
            }
          })

        const server = yield* serve(attend, options)
        return {
          ...server,
          rotate: Effect.sync(() => ring.rotate()),
          retireBelow: (version: number) =>
            Effect.sync(() => {
              ring.oldest = version
            }),
          setToken: (given: string) =>
            Effect.sync(() => {
              accepted = given
            }),
          seal: (is: boolean) =>
            Effect.sync(() => {
              sealed = is
            })
        }
      })
    )
}
