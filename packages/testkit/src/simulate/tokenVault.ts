import { createHash, createHmac } from "node:crypto"
import { Unavailable, Vault } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

interface Kept {
  readonly key: string
  readonly context: string
  readonly text: string
}

/**
 * Keeps what is sealed to itself and gives out tokens, as some real vaults do: a long simulation seals and opens far more often
 * than it does anything else. A token opens under its own key and context alone, and says nothing.
 */
export const layer = (seed: string): Layer.Layer<Vault> =>
  Layer.sync(Vault, () => {
    const kept: Array<Kept> = []
    let keys = 0
    const closed = Effect.fail(new Unavailable({ port: "vault", detail: "a token of another key or place" }))
    return Vault.of({
      createKey: Effect.sync(() => `key.${++keys}`),
      seal: (key, context, text) => Effect.sync(() => `token.${kept.push({ key, context, text }) - 1}`),
      open: (key, context, sealed) =>
        Effect.suspend(() => {
          const found = kept[Number(sealed.slice("token.".length))]
          return found?.key === key && found.context === context ? Effect.succeed(found.text) : closed
        }),
      fingerprint: (text) => createHmac("sha256", `${seed}|fingerprint`).update(text).digest("hex"),
      digest: (text) => createHash("sha256").update(text).digest("hex")
    })
  })
