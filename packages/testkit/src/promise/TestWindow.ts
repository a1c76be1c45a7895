import {
  type AccountView,
  type Actor,
  accountView,
  type CommandName,
  commandNames,
  type RefusalView,
  SingleWindow
} from "@single-window/core"
import { open as openDoor, type SingleWindowPromise } from "@single-window/core/promise"
import * as Clock from "effect/Clock"
import * as Data from "effect/Data"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Scope from "effect/Scope"
import { actorName, isStaffRole, staffRoles } from "../scenario/actorName.js"
import { nearest } from "../scenario/nearest.js"
import { open as openSession, type Session } from "../scenario/open.js"
import { read } from "../scenario/read.js"
import { problemSentence } from "../scenario/ScenarioInvalid.js"
import { accountNamed, actorFrom } from "../scenario/Session.js"
import type { Step } from "../scenario/steps.js"
import type { FaultAnswer } from "../world/fault.js"
import { WorldRuntime } from "../world/WorldRuntime.js"
import { prepared, type Setting } from "./prepared.js"

/** What came of a command: its result, or one refusal, as the command line prints them. */
export type Answered =
  | { readonly ok: unknown; readonly refused?: undefined }
  | { readonly refused: RefusalView & { readonly message: string }; readonly ok?: undefined }

export interface DoOptions {
  /** A user name, `card:KEY`, `staff:NAME/ROLE`, `system:NAME` or `anonymous`, which is also what is meant without it. */
  readonly as?: string
  /** The account that staff act on. */
  readonly on?: string
  readonly reason?: string
}

/** A single window in memory with a made-up world around it, for tests that do not use Effect. What is thrown is a mistake in the test. */
export interface TestWindow {
  /** The front door itself, as a host would have it. */
  readonly door: SingleWindowPromise
  /** Does a command; `$captcha`, `$sms` and `$bankReturn` are filled in as in a scenario file. */
  readonly do: (name: CommandName, fields?: Readonly<Record<string, unknown>>, options?: DoOptions) => Promise<Answered>
  /** Somebody who has logged in, for `door`. */
  readonly actor: (as: string) => Promise<Actor>
  /** An account as `account --json` shows it, personal data masked; deleted ones too. */
  readonly account: (username: string) => Promise<AccountView | undefined>
  /** The time of this window, epoch milliseconds. It stands still until `advance`. */
  readonly now: () => number
  /** By `"31 minutes"`, or as a scenario writes it, `PT31M`. */
  readonly advance: (duration: Duration.DurationInput | string) => Promise<void>
  /** A key of `cards`. */
  readonly insertCard: (card: string) => Promise<void>
  readonly removeCard: () => Promise<void>
  /** Scripts the next answers of a port, one after the other or as a list; then the world answers again. */
  readonly fault: (
    port: "registry" | "id-card" | "bank-card" | "sms" | "bank-ukey" | "card",
    ...next: ReadonlyArray<FaultAnswer | ReadonlyArray<FaultAnswer>>
  ) => Promise<void>
  /** The last SMS code that was sent. */
  readonly lastCode: () => Promise<string | undefined>
  readonly captcha: () => Promise<{ readonly id: string; readonly answer: string }>
  readonly close: () => Promise<void>
}

/** A mistake in the test itself: nothing was done. */
export class TestMistaken extends Data.TaggedError("TestMistaken")<{ readonly what: string }> {
  override get message() {
    return this.what
  }
}

const optionNames: Readonly<Record<keyof DoOptions, true>> = { as: true, on: true, reason: true }

const mistaken = (what: string, given: string, names: ReadonlyArray<string>): Effect.Effect<never, TestMistaken> => {
  const meant = nearest(given, names)
  return Effect.fail(
    new TestMistaken({ what: `no such ${what}: ${given}${meant === undefined ? "" : `; did you mean ${meant}?`}` })
  )
}

/** What no compiler may have looked at: a misspelt option would have nobody do it, and a misspelt command be refused. */
const looked = (name: string, options: unknown): Effect.Effect<void, TestMistaken> => {
  if (typeof options !== "object" || options === null)
    return Effect.fail(new TestMistaken({ what: 'who does it is an option: { as: "ciq_bj_001" }' }))
  const strange = Object.keys(options).find((option) => !Object.hasOwn(optionNames, option))
  if (strange !== undefined) return mistaken("option", strange, Object.keys(optionNames))
  if (!commandNames.some((known) => known === name)) return mistaken("command", name, commandNames)
  const actor = actorName("as" in options ? (options.as as string | undefined) : undefined)
  return actor.kind === "staff" && !isStaffRole(actor.role)
    ? mistaken("role of staff", actor.role, staffRoles)
    : Effect.void
}

/** A duration in Effect's words, or in those of a scenario. */
const durationOf = (given: Duration.DurationInput | string): Effect.Effect<Duration.Duration, TestMistaken> =>
  Option.match(
    Option.orElse(Duration.decodeUnknown(given), () =>
      typeof given === "string" ? Duration.fromIso(given) : Option.none()
    ),
    {
      onNone: () =>
        Effect.fail(new TestMistaken({ what: `no duration: ${String(given)}; write "31 minutes" or "PT31M"` })),
      onSome: Effect.succeed
    }
  )

/** Reads the setting as a scenario file is read, so that a wrong name is told with the nearest right one, and where it stands. */
const settingOf = (setting: Setting) =>
  Either.mapBoth(read(JSON.stringify({ ...prepared(setting), steps: [{ advance: "PT0S" }] }), "setting"), {
    onLeft: ({ problems }) =>
      new TestMistaken({
        what: problems.map((one) => `setting ${one.path}: ${problemSentence(one, "en")}`).join("\n")
      }),
    onRight: ({ scenario }) => scenario
  })

const doorOf = (service: SingleWindow["Type"], clock: Session["clock"]): SingleWindowPromise =>
  openDoor(Layer.merge(Layer.succeed(SingleWindow, service), Layer.setClock(clock)))

const windowOn = (session: Session, door: SingleWindowPromise, close: () => Promise<void>): TestWindow => {
  const run = <A, E>(effect: Effect.Effect<A, E>): Promise<A> => Effect.runPromise(effect)
  const outside = <A, E>(use: (outside: WorldRuntime["Type"]) => Effect.Effect<A, E>): Promise<A> =>
    run(session.look(Effect.flatMap(WorldRuntime, use)))
  const perform = (step: Step) => run(session.perform(step))
  return {
    door,
    do: async (name, fields = {}, options = {}) => {
      await run(looked(name, options))
      const came = await perform({ do: name, with: fields, ...options })
      return came.kind === "refused"
        ? { refused: came.refusal }
        : { ok: came.kind === "done" ? came.result : undefined }
    },
    actor: (as) => run(session.look(actorFrom(as))),
    account: (username) =>
      run(
        session.look(
          Effect.gen(function* () {
            const account = yield* accountNamed(username)
            return account === undefined ? undefined : accountView(account, yield* Clock.currentTimeMillis)
          })
        )
      ),
    now: () => session.clock.unsafeCurrentTimeMillis(),
    advance: (duration) => run(Effect.flatMap(durationOf(duration), (known) => session.clock.advance(known))),
    insertCard: (card) => outside((world) => world.insert(card)),
    removeCard: () => outside((world) => world.remove),
    fault: (port, ...next) => outside((world) => world.fault(port, next.flat())),
    lastCode: async () => (await outside((world) => world.smsSent)).at(-1)?.code,
    captcha: async () => {
      const { id, answer } = await outside((world) => world.solvedCaptcha)
      return { id, answer }
    },
    close
  }
}

/** Opens a single window in memory on a world of its own; without a setting, on the personas with two accounts. */
export const open = async (setting: Setting = {}): Promise<TestWindow> => {
  const scope = await Effect.runPromise(Scope.make())
  const session = await Effect.runPromise(
    Effect.flatMap(settingOf(setting), (read) => Scope.extend(openSession(read), scope))
  )
  const door = doorOf(await Effect.runPromise(session.look(SingleWindow)), session.clock)
  return windowOn(session, door, async () => {
    await door.close()
    await Effect.runPromise(Scope.close(scope, Exit.void))
  })
}
