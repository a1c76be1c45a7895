import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import { levelOf, type refusalView, type SingleWindow, type Unavailable } from "@single-window/core"
import type { World } from "@single-window/testkit"
import { loopbackTls, makeAuthority } from "@single-window/testkit/wire/authority"
import { Effect, type Layer, Logger, type Scope } from "effect"
import { frontDoor, kept, seeded } from "../frontDoor.js"

/** What can befall any question to the outside. */
export const faults = [
  "refused",
  "no-such-host",
  "untrusted-tls",
  "no-answer",
  "a-byte-at-a-time",
  "status-500",
  "status-429",
  "wrong-type",
  "truncated",
  "100-megabytes",
  "wrong-schema",
  "another-person"
] as const
export type Fault = (typeof faults)[number]

/** Milliseconds: what an adapter is given where time is the fault, and what a busy machine may take on top. */
export const DEADLINE = 300
export const SLACK = 1500
/** What it is given elsewhere, so that no other fault is taken for a late answer. */
export const PATIENT = 6_000
export const slow: ReadonlySet<Fault> = new Set(["no-answer", "a-byte-at-a-time"])
export const deadlineUnder = (fault: Fault | undefined): number =>
  fault !== undefined && slow.has(fault) ? DEADLINE : PATIENT

export const username = "ciq_td_02"

/** What was seen at the front door when one question was asked. */
export interface Seen {
  /** The refusal, or "ok". */
  readonly answer: string
  readonly millis: number
  /** The account is what it was, attempts and journey included. */
  readonly unchanged: boolean
  /** What the journal gained. */
  readonly events: number
  readonly level: string
  /** What staff finds in the log. */
  readonly log: ReadonlyArray<string>
}

export type Services = World.Everything | SingleWindow
export type Actor = Effect.Effect.Success<ReturnType<typeof seeded>>
type Refusal = Parameters<typeof refusalView>[0]

/** An adapter at the front door: everything before the question is asked of the made-up world, the question of the adapter. */
export interface Trial<A, B> {
  readonly layer: Layer.Layer<A, Unavailable>
  readonly before: (actor: Actor) => Effect.Effect<B, unknown, Services | Scope.Scope | A>
  readonly question: (actor: Actor, before: B) => Effect.Effect<unknown, Refusal, Services | Scope.Scope | A>
}

/** Runs a trial; what the world or the wire does wrong was arranged before. */
export const tried = <A, B>({ before, layer, question }: Trial<A, B>): Effect.Effect<Seen> =>
  Effect.gen(function* () {
    const actor = yield* seeded(username, "yangFan")
    const come = yield* before(actor)
    const stood = yield* kept(username)
    const log: Array<string> = []
    const listening = Logger.replace(
      Logger.defaultLogger,
      Logger.make(({ message }) => {
        log.push([message].flat().map(String).join(" "))
      })
    )
    const began = performance.now()
    const answer = yield* question(actor, come).pipe(
      Effect.match({ onFailure: ({ _tag }): string => _tag, onSuccess: () => "ok" }),
      Effect.provide(listening)
    )
    const millis = Math.round(performance.now() - began)
    const stands = yield* kept(username)
    const level = stands.account === undefined ? "gone" : levelOf(stands.account)
    const unchanged = JSON.stringify(stands.account) === JSON.stringify(stood.account)
    return { answer, millis, unchanged, events: stands.length - stood.length, level, log }
  }).pipe(Effect.scoped, Effect.provide(frontDoor(layer)), Effect.orDie)

/** A port on which nobody listens. */
export const deserted: Effect.Effect<number> = Effect.async((resume) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address() as AddressInfo
    server.close(() => resume(Effect.succeed(port)))
  })
})

/** TLS by an authority that nobody was told of. */
export const strangersTls = loopbackTls(makeAuthority("rsa-sha256"))

/** An adapter, and what is seen when a fault befalls it, or none does. */
export interface Stand {
  readonly adapter: string
  readonly asks: string
  readonly under: (fault: Fault | undefined) => Effect.Effect<Seen>
}
