import {
  type AccountView,
  type Actor,
  accountView,
  type CommandName,
  type RefusalView,
  SingleWindow
} from "@single-window/core"
import { open as openDoor, type SingleWindowPromise } from "@single-window/core/promise"
import * as Clock from "effect/Clock"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Scope from "effect/Scope"
import { open as openSession, type Session } from "../scenario/open.js"
import { read } from "../scenario/read.js"
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
  readonly advance: (duration: Duration.DurationInput) => Promise<void>
  /** A key of `cards`. */
  readonly insertCard: (card: string) => Promise<void>
  readonly removeCard: () => Promise<void>
  /** Scripts the next answers of a port; then the world answers again. */
  readonly fault: (
    port: "registry" | "id-card" | "bank-card" | "sms" | "bank-ukey" | "card",
    ...next: ReadonlyArray<FaultAnswer>
  ) => Promise<void>
  /** The last SMS code that was sent. */
  readonly lastCode: () => Promise<string | undefined>
  readonly captcha: () => Promise<{ readonly id: string; readonly answer: string }>
  readonly close: () => Promise<void>
}

/** Reads the setting as a scenario file is read, so that a wrong name is told with the nearest right one. */
const settingOf = (setting: Setting) =>
  Either.map(
    read(JSON.stringify({ ...prepared(setting), steps: [{ advance: "PT0S" }] }, undefined, 1), "setting"),
    ({ scenario }) => scenario
  )

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
    advance: (duration) => run(session.clock.advance(duration)),
    insertCard: (card) => outside((world) => world.insert(card)),
    removeCard: () => outside((world) => world.remove),
    fault: (port, ...next) => outside((world) => world.fault(port, next)),
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
