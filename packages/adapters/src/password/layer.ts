import { PasswordHasher, Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type { Scheme } from "./Scheme.js"

/** One password typed on two keyboards is one password (NIST SP 800-63B §3.1.1.2). */
const bytesOf = (password: Redacted.Redacted): string => Redacted.value(password).normalize("NFKC")

const make = (usual: Scheme, others: ReadonlyArray<Scheme>, atOnce: number): Effect.Effect<PasswordHasher["Type"]> =>
  Effect.gen(function* () {
    const turns = yield* Effect.makeSemaphore(atOnce)

    /** A started hash cannot be stopped; a turn given back early would let more than `atOnce` run. */
    const inTurn = <A>(run: () => Promise<A>) =>
      turns.withPermits(1)(
        Effect.uninterruptible(
          Effect.tryPromise({ try: run, catch: () => new Unavailable({ port: "password", detail: "hashing failed" }) })
        )
      )

    /** A text that is no hash of ours matches nothing, and that takes as long to find as any other no. */
    const check = (stored: string, password: string): Promise<boolean> => {
      const scheme = others.find(({ prefix }) => stored.startsWith(prefix)) ?? usual
      return scheme.verify(stored, password).catch(() => usual.verify(usual.nobody, password))
    }

    return PasswordHasher.of({
      hash: (password) => inTurn(() => usual.hash(bytesOf(password))),
      verify: (password, stored) =>
        Effect.map(
          inTurn(() => check(stored ?? usual.nobody, bytesOf(password))),
          (matches) => matches && stored !== undefined
        )
    })
  })

/** Hashes by one scheme and knows those of the others again. */
export const layerOf = (usual: Scheme, others: ReadonlyArray<Scheme>, atOnce = 4): Layer.Layer<PasswordHasher> =>
  Layer.effect(PasswordHasher, make(usual, others, atOnce))
