import type { BankRequest, PortName } from "@single-window/core"
import { Limited, Unavailable } from "@single-window/core"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Ref from "effect/Ref"
import type { BankParameters } from "./bankSite.js"
import { type FaultAnswer, type FaultProfile, knownProfile, profileAnswer } from "./fault.js"
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

/** Every option there is, so that one more cannot be forgotten here. */
const optionNames: Readonly<Record<keyof WorldOptions, true>> = {
  seed: true,
  refuseUndeclared: true,
  lateBy: true,
  smsLateBy: true,
  pinTries: true,
  profile: true,
  remember: true
}

/** A misspelt option, from a program that no compiler looked at: `refuseUndeclared` would be off, and nobody would know. */
export class WorldOptionUnknown extends Data.TaggedError("WorldOptionUnknown")<{ readonly option: string }> {
  override get message() {
    return `a world has no option ${this.option}; there are ${Object.keys(optionNames).join(", ")}`
  }
}

/** A strict mock was asked about somebody whom its world does not declare. It names nobody: that may be a real person. */
export class AskedAboutUndeclared extends Data.TaggedError("AskedAboutUndeclared")<{ readonly port: PortName }> {
  /** Why it stops, in one line. */
  readonly line = (language: "zh" | "en"): string =>
    language === "zh"
      ? `端口 ${this.port} 背后是模拟环境，只认识其中登记的虚构人员和企业；所问的不在其中，就此停止，以免被当作真实的核验。`
      : `the mock behind the port ${this.port} was asked about somebody its world does not declare. It knows synthetic people and enterprises only, and stops here so that nobody takes its answer for a real check.`

  override get message() {
    return this.line("en")
  }
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

const make = (world: World, options: WorldOptions) =>
  Effect.gen(function* () {
    const strange = Object.keys(options).find((option) => !Object.hasOwn(optionNames, option))
    if (strange !== undefined) return yield* Effect.die(new WorldOptionUnknown({ option: strange }))
    const seed = options.seed ?? "single-window"
    const remember = options.remember ?? 10_000
    // Long simulations ask a million times, so what every question touches is plain, and touched in one synchronous step.
    const counters = new Map<string, number>()
    const asked = new Map<AskedPort, Array<Asked>>()
    const trouble = { scripted: new Map<PortName, Array<FaultAnswer>>(), profile: yield* knownProfile(options.profile) }

    const next = (name: string): number => {
      const number = (counters.get(name) ?? 0) + 1
      counters.set(name, number)
      return number
    }

    const write = (port: AskedPort, question: Asked["question"], at: number) => {
      const list = asked.get(port) ?? []
      asked.set(port, list)
      list.push({ at, question })
      if (list.length > 2 * remember) list.splice(0, list.length - remember)
    }

    const byProfile = (port: PortName): FaultAnswer | undefined => {
      if (trouble.profile === undefined) return undefined
      const name = `roll|${port}`
      return profileAnswer(trouble.profile, port, () => seededFraction(seed, `${name}|${next(name)}`))
    }

    /**
     * Puts a question to a port: writes it down, and gives the fault that speaks in place of the world, if any.
     * Being late, limited or unavailable is done here, since it is the same for every port.
     */
    const ask = (port: PortName, question: Asked["question"]) =>
      Effect.flatMap(Clock.currentTimeMillis, (now): Effect.Effect<FaultAnswer | undefined, Limited | Unavailable> => {
        write(port, question, now)
        const answer = trouble.scripted.get(port)?.shift() ?? byProfile(port)
        if (answer === "unavailable")
          return Effect.fail(new Unavailable({ port, retryAt: now + 30_000, detail: "scripted" }))
        if (answer === "limited") return Effect.fail(new Limited({ port, until: now + 3_600_000 }))
        if (answer === "late" && port !== "sms")
          return Effect.as(Effect.sleep(options.lateBy ?? "10 seconds"), undefined)
        return Effect.succeed(answer)
      })

    /** For ports that know no quota. */
    const askUnlimited = (port: PortName, question: Asked["question"]) =>
      Effect.mapError(ask(port, question), (error) =>
        error._tag === "Unavailable" ? error : new Unavailable({ port, detail: "limited" })
      )

    const refuseUndeclared = (port: PortName) =>
      options.refuseUndeclared === true ? Effect.die(new AskedAboutUndeclared({ port })) : Effect.void

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
      /** What a bank sent back and our side has read, oldest first. */
      bankReturnsRead: yield* Ref.make<ReadonlyArray<BankParameters>>([]),
      // These grow with a long simulation, so they are added to in place, in one synchronous step.
      nonces: new Set<string>(),
      captchas: new Map<string, OpenCaptcha>(),
      bankRequests: yield* Ref.make(new Map<string, BankRequest>()),
      trouble,
      /** 1, 2, 3, … for each name. */
      count: (name: string) => Effect.sync(() => next(name)),
      note: (port: AskedPort, question: Asked["question"]) =>
        Effect.map(Clock.currentTimeMillis, (at) => write(port, question, at)),
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
