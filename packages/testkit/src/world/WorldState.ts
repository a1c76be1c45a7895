import type { BankRequest, PortName } from "@single-window/core"
import { Limited, Unavailable } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Ref from "effect/Ref"
import type { BankParameters } from "./bankSite.js"
import { type FaultAnswer, type FaultProfile, profileAnswer } from "./fault.js"
import { seededFraction } from "./seeded.js"
import type { World } from "./World.js"

export interface WorldOptions {
  /** Same seed, same codes, tokens, serials and faults. */
  readonly seed?: string
  /** Stop with a defect when somebody undeclared is asked about, for mocks that others are served: nobody may take them for real. */
  readonly refuseUndeclared?: boolean
  /** How long a `late` answer takes, and after how long a late SMS arrives. */
  readonly lateBy?: Duration.DurationInput
  readonly smsLateBy?: Duration.DurationInput
  /** Wrong PINs in a row before a card locks. */
  readonly pinTries?: number
  readonly profile?: FaultProfile
  /** How many of the last questions each port remembers. */
  readonly remember?: number
}

/** Every port that can be asked, the one that cannot fail included. */
export type AskedPort = PortName | "entropy"

/** A question as it was put, secrets replaced. */
export interface Asked {
  readonly at: number
  readonly question: Readonly<Record<string, unknown>>
}

/** What stands in for a PIN, a code or a password in what a mock remembers. */
export const redacted = "<redacted>"

export interface SmsMessage {
  readonly mobile: string
  readonly code: string
  readonly sentAt: number
  readonly arrivesAt: number
}

export interface OpenCaptcha {
  readonly answer: string
  readonly expiresAt: number
}

/** The desk at which cards are read: `control-missing` is R-44. */
export type ReaderState = "ready" | "control-missing" | "reader-missing"

type FaultQueues = ReadonlyMap<PortName, ReadonlyArray<FaultAnswer>>

const make = (world: World, options: WorldOptions) =>
  Effect.gen(function* () {
    const seed = options.seed ?? "single-window"
    const remember = options.remember ?? 10_000
    const faults = yield* Ref.make<FaultQueues>(new Map())
    const profile = yield* Ref.make(options.profile)
    const counters = yield* Ref.make<ReadonlyMap<string, number>>(new Map())
    // Long simulations ask a million times, so this one is a plain list behind an effect and not a persistent one.
    const asked = new Map<AskedPort, Array<Asked>>()

    /** 1, 2, 3, … for each name. */
    const count = (name: string) =>
      Ref.modify(counters, (all) => {
        const next = (all.get(name) ?? 0) + 1
        return [next, new Map(all).set(name, next)]
      })

    const note = (port: AskedPort, question: Asked["question"]) =>
      Effect.map(Clock.currentTimeMillis, (at) => {
        const list = asked.get(port) ?? []
        asked.set(port, list)
        list.push({ at, question })
        if (list.length > 2 * remember) list.splice(0, list.length - remember)
      })

    const scripted = (port: PortName) =>
      Ref.modify(faults, (all): readonly [FaultAnswer | undefined, FaultQueues] => {
        const [next, ...rest] = all.get(port) ?? []
        return next === undefined ? [undefined, all] : [next, new Map(all).set(port, rest)]
      })

    const byProfile = (port: PortName) =>
      Effect.gen(function* () {
        const current = yield* Ref.get(profile)
        if (current === undefined) return undefined
        const roll = seededFraction(seed, `roll|${port}|${yield* count(`roll|${port}`)}`)
        return profileAnswer(current, port, roll)
      })

    /**
     * Puts a question to a port: writes it down, and gives the fault that speaks in place of the world, if any.
     * Being late, limited or unavailable is done here, since it is the same for every port.
     */
    const ask = (port: PortName, question: Asked["question"]) =>
      Effect.gen(function* () {
        yield* note(port, question)
        const answer = (yield* scripted(port)) ?? (yield* byProfile(port))
        const now = yield* Clock.currentTimeMillis
        switch (answer) {
          case "unavailable":
            return yield* Effect.fail(new Unavailable({ port, retryAt: now + 30_000, detail: "scripted" }))
          case "limited":
            return yield* Effect.fail(new Limited({ port, until: now + 3_600_000 }))
          case "late":
            if (port !== "sms") yield* Effect.sleep(options.lateBy ?? "10 seconds")
            return port === "sms" ? answer : undefined
          default:
            return answer
        }
      })

    /** For ports that know no quota. */
    const askUnlimited = (port: PortName, question: Asked["question"]) =>
      Effect.mapError(ask(port, question), (error) =>
        error._tag === "Unavailable" ? error : new Unavailable({ port, detail: "limited" })
      )

    const refuseUndeclared = (port: PortName) =>
      options.refuseUndeclared === true
        ? Effect.dieMessage(
            `the mock behind the port ${port} was asked about somebody its world does not declare. It knows synthetic people and enterprises only, and stops here so that nobody takes its answer for a real check.`
          )
        : Effect.void

    return {
      seed,
      pinTries: options.pinTries ?? 3,
      smsLateMillis: Duration.toMillis(options.smsLateBy ?? "2 minutes"),
      world: yield* Ref.make(world),
      inserted: yield* Ref.make<string | undefined>(undefined),
      reader: yield* Ref.make<ReaderState>("ready"),
      /** Wrong PINs in a row, by card. */
      pinFailures: yield* Ref.make<ReadonlyMap<string, number>>(new Map()),
      messages: yield* Ref.make<ReadonlyArray<SmsMessage>>([]),
      captchas: yield* Ref.make<ReadonlyMap<string, OpenCaptcha>>(new Map()),
      /** What a bank sent back and our side has read, oldest first. */
      bankReturnsRead: yield* Ref.make<ReadonlyArray<BankParameters>>([]),
      // Plain and growing with a long simulation, each touched in one synchronous step only.
      nonces: new Set<string>(),
      bankRequests: new Map<string, BankRequest>(),
      faults,
      profile,
      count,
      note,
      ask,
      askUnlimited,
      refuseUndeclared,
      asked: (port: AskedPort) => Effect.sync((): ReadonlyArray<Asked> => (asked.get(port) ?? []).slice(-remember))
    }
  })

export interface WorldStateShape extends Effect.Effect.Success<ReturnType<typeof make>> {}

/** The world at work: what is inserted, sent, asked, spent and broken. Mocks read it; `WorldRuntime` steers it. */
export class WorldState extends Context.Tag("@single-window/testkit/WorldState")<WorldState, WorldStateShape>() {
  static readonly layer = (world: World, options: WorldOptions = {}): Layer.Layer<WorldState> =>
    Layer.effect(WorldState, make(world, options))
}
