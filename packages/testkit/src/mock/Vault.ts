import { createCipheriv, createDecipheriv, createHash, createHmac } from "node:crypto"
import { Unavailable, Vault } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { seededHex } from "../world/seeded.js"
import { redacted, WorldState } from "../world/WorldState.js"

const algorithm = "aes-256-gcm"
const nonceBytes = 12
const tagBytes = 16

const closed = (detail: string) => new Unavailable({ port: "vault", detail })

/** The data key inside a wrapped one, or nothing when this seed did not make it. */
const unwrap = (seed: string, wrapped: string): Buffer | undefined => {
  const [scheme, name = "", mark] = wrapped.split(".")
  if (scheme !== "mock" || mark !== seededHex(seed, `key mark|${name}`, 8)) return undefined
  return createHmac("sha256", `${seed}|data key`).update(name).digest()
}

const seal = (key: Buffer, context: string, text: string): string => {
  // The nonce comes from what is sealed, so that the same story gives the same bytes.
  const nonce = createHmac("sha256", key)
    .update(`${context.length}|${context}|${text}`)
    .digest()
    .subarray(0, nonceBytes)
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")
}

const open = (key: Buffer, context: string, sealed: string): string => {
  const bytes = Buffer.from(sealed, "base64url")
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString("utf8")
}

/** Real sealing under keys that anybody can derive: the same seed gives the same bytes. For tests only. */
export const layer: Layer.Layer<Vault, never, WorldState> = Layer.effect(
  Vault,
  Effect.map(WorldState, (state) => {
    const unwrapped = new Map<string, Buffer>()
    const keyIn = (wrapped: string): Buffer | undefined => {
      const key = unwrapped.get(wrapped) ?? unwrap(state.seed, wrapped)
      if (key !== undefined) unwrapped.set(wrapped, key)
      return key
    }
    const withKey = (operation: string, wrapped: string, context: string, use: (key: Buffer) => string) =>
      Effect.flatMap(state.askUnlimited("vault", { operation, context, text: redacted }), () => {
        const key = keyIn(wrapped)
        if (key === undefined) return Effect.fail(closed("a key that this vault did not wrap"))
        return Effect.try({ try: () => use(key), catch: () => closed("sealed otherwise, or altered") })
      })
    return Vault.of({
      createKey: Effect.gen(function* () {
        yield* state.askUnlimited("vault", { operation: "createKey" })
        const name = String(yield* state.count("data key")).padStart(6, "0")
        return `mock.${name}.${seededHex(state.seed, `key mark|${name}`, 8)}`
      }),
      seal: (wrapped, context, text) => withKey("seal", wrapped, context, (key) => seal(key, context, text)),
      open: (wrapped, context, sealed) => withKey("open", wrapped, context, (key) => open(key, context, sealed)),
      fingerprint: (text) => createHmac("sha256", `${state.seed}|fingerprint`).update(text).digest("hex"),
      digest: (text) => createHash("sha256").update(text).digest("hex")
    })
  })
)
