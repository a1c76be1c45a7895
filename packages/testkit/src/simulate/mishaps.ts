import type { Actor } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Violation } from "../invariants/Invariant.js"
import type { Deed } from "./life/Visit.js"
import { isEnded, type Ready, type Sent, send } from "./perform.js"
import type { Random } from "./Random.js"

const about = ({ deed, account }: Ready, what: Violation["what"], invariant: Violation["invariant"]): Violation => ({
  invariant,
  account: account ?? "",
  username: deed.about?.username ?? (deed.as.kind === "user" ? deed.as.user.username : ""),
  what,
  facts: { command: deed.do }
})

const textOf = (sent: Sent): string =>
  JSON.stringify(sent.came.kind === "done" ? (sent.came.result ?? null) : sent.came.kind)

/** The same command under the same key: answered alike, and nothing happens again. */
const underOneKey = (ready: Ready, key: string) =>
  Effect.gen(function* () {
    const first = yield* send(ready, { key })
    const second = yield* send(ready, { key, mishap: "same-key" })
    const kept = first.came.kind === "done" && first.logged.wrote.length > 0 && !anew.has(ready.deed.do)
    const repeated = textOf(first) === textOf(second) && second.logged.wrote.length === 0
    return kept && !repeated
      ? [first, { ...second, violation: about(ready, "key-used-twice", "I-6") }]
      : [first, second]
  })

/** A session that was ended opens nothing any more. */
const byStale = (ready: Ready, actor: Actor) =>
  Effect.gen(function* () {
    const ended = yield* isEnded(actor)
    const sent = yield* send(ready, { actor, mishap: "stale" })
    const let_in = sent.came.kind === "done" || sent.logged.wrote.length > 0
    return ended && let_in ? { ...sent, violation: about(ready, "ended-session-was-good", "I-7") } : sent
  })

const staleOf = ({ as }: Deed): Actor | undefined => (as.kind === "user" ? as.user.stale : undefined)

/** Commands that nobody repeats for fun. */
const once: ReadonlySet<string> = new Set(["ImportMigratedAccounts"])

/** A look at somebody's data is put on record each time, so no key makes two of them one. */
const anew: ReadonlySet<string> = new Set(["RevealHolder"])

/**
 * Sends a command as the world does: now and then twice, under one key or none, by a session that was ended, or by somebody
 * who leaves before the answer. The first of what is returned is what the sender heard.
 */
export const sendSomehow = (ready: Ready, random: Random, number: number) =>
  Effect.gen(function* () {
    const sent: Array<Sent> = []
    const stale = staleOf(ready.deed)
    const roll = random.next()
    if (once.has(ready.deed.do)) return [yield* send(ready)]
    if (stale !== undefined && random.chance(0.15)) sent.push(yield* byStale(ready, stale))
    if (roll < 0.012) return [yield* send(ready, { leaveAt: random.between(1, 5) }), ...sent]
    if (roll < 0.024) return [yield* send(ready), yield* send(ready, { mishap: "again" }), ...sent]
    if (roll < 0.036) return [...(yield* underOneKey(ready, `key-${number}`)), ...sent]
    return [yield* send(ready), ...sent]
  })
