import { createHash } from "node:crypto"
import { PasswordHasher } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { seededHex } from "../world/seeded.js"
import { redacted, WorldState } from "../world/WorldState.js"

const digest = (salt: string, password: Redacted.Redacted) =>
  createHash("sha256")
    .update(`${salt}|${Redacted.value(password)}`)
    .digest("hex")

/** Salted but fast, so it would protect nobody: for tests only. Its texts begin with `mock$`, which no real hasher reads. */
export const layer: Layer.Layer<PasswordHasher, never, WorldState> = Layer.effect(
  PasswordHasher,
  Effect.map(WorldState, (state) => ({
    hash: (password: Redacted.Redacted) =>
      Effect.gen(function* () {
        yield* state.askUnlimited("password", { operation: "hash", password: redacted })
        const salt = seededHex(state.seed, `salt|${yield* state.count("salt")}`, 8)
        return `mock$${salt}$${digest(salt, password)}`
      }),
    verify: (password: Redacted.Redacted, hash: string | undefined) =>
      Effect.gen(function* () {
        yield* state.askUnlimited("password", { operation: "verify", password: redacted })
        const [scheme, salt = "", right] = (hash ?? "").split("$")
        return scheme === "mock" && right === digest(salt, password)
      })
  }))
)
