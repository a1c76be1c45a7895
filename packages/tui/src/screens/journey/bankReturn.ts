import { type BankRedirect, type Refusal, verifierUnavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Everything } from "../../Live.js"
import { Outside } from "../../outside/Outside.js"

/**
 * Listens on this machine where the configured return address is one of its ports, and hands over what came back;
 * undefined where a website or a mock world receives the return. Whoever stops the waiting closes the port.
 */
export const listening = <A>(
  bank: string,
  redirect: BankRedirect | undefined,
  milliseconds: number,
  ready: (startAt: string | undefined) => void,
  came: (parameters: Readonly<Record<string, string>>) => Effect.Effect<A, Refusal, Everything>
): Effect.Effect<A | undefined, Refusal, Everything> =>
  Effect.gen(function* () {
    const { configured, returnUrl } = yield* Outside
    if (!configured.has("bank-ukey") || returnUrl === undefined) return undefined
    const { isHere } = yield* Effect.promise(() => import("../../outside/sources/banks.js"))
    if (!isHere(returnUrl)) return undefined
    const { banks, returnListener } = yield* Effect.promise(() => import("@single-window/adapters/bank-ukey"))
    const protocol = banks.find(({ code }) => code === bank)
    if (protocol === undefined) return undefined
    const listening = Effect.mapError(
      returnListener({ bank: protocol, at: returnUrl, timeout: milliseconds }),
      verifierUnavailable
    )
    // Without an address to open nobody asked for it: another program that listens there already is no trouble.
    const listener = yield* redirect === undefined ? Effect.orElseSucceed(listening, () => undefined) : listening
    if (listener === undefined) return undefined
    ready(redirect === undefined ? undefined : listener.startAt(redirect))
    const parameters = yield* Effect.mapError(listener.returned, verifierUnavailable)
    return yield* came(parameters)
  }).pipe(Effect.scoped)
