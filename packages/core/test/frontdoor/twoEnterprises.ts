import {
  Actor,
  CurrentPolicy,
  Ledger,
  layerMemory,
  Policy,
  refusalView,
  SingleWindow,
  Store
} from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"

const { enterpriseOf, holderOf, personasWorld } = Personas

export const tongda = enterpriseOf("tongda")
export const xinghai = enterpriseOf("xinghai")
export const people = personasWorld.people
export const password = "Init#2022"

/** Two enterprises side by side, each with its administrator; 10 May 2022, nine in the morning in China. */
export const accounts = {
  manager: { username: "tdmanager", role: "administrator", enterprise: tongda, holder: holderOf("dengPing"), password },
  zhang: { username: "ciq_td_01", source: "ciq", enterprise: tongda, holder: holderOf("zhangWei"), password },
  yang: { username: "ciq_td_02", source: "ciq", enterprise: tongda, holder: holderOf("yangFan"), password },
  operator: {
    username: "tdoper01",
    role: "operator",
    origin: "cardless",
    enterprise: tongda,
    holder: holderOf("zhuTao"),
    password
  },
  /** The other enterprise. */
  otherManager: {
    username: "xhmanager",
    role: "administrator",
    enterprise: xinghai,
    holder: holderOf("linYong"),
    password
  },
  other: { username: "ciq_xh_01", source: "ciq", enterprise: xinghai, holder: holderOf("liNa"), password }
} satisfies Record<string, World.Seed>

export const morning = Date.UTC(2022, 4, 10, 1)

export interface Setting extends World.WorldOptions {
  /** Overrides of the policy's defaults. */
  readonly policy?: unknown
  /** Ports that answer in the place of the world's. */
  readonly ports?: Layer.Layer<never> | Layer.Layer<World.Ports>
  /** Something in the ledger's way. */
  readonly ledger?: (ledger: Ledger["Type"]) => Ledger["Type"]
  /** Who is there; everybody unless said. */
  readonly there?: ReadonlyArray<keyof typeof accounts>
}

/** A memory ledger that lets others in before each answer, so that what can interleave does. */
const crowded = (through: (ledger: Ledger["Type"]) => Ledger["Type"]) =>
  Layer.effect(
    Ledger,
    Effect.map(Ledger, (memory) => {
      const ledger = through(memory)
      const others = Effect.yieldNow()
      const after = <A, E>(answer: Effect.Effect<A, E>) => Effect.zipRight(others, answer)
      return Ledger.of({
        ...ledger,
        commit: (commits) => after(ledger.commit(commits)),
        head: (stream) => after(ledger.head(stream)),
        byUsername: (key) => after(ledger.byUsername(key)),
        claimOwner: (claim) => after(ledger.claimOwner(claim)),
        answered: (key) => after(ledger.answered(key))
      })
    })
  ).pipe(Layer.provide(layerMemory))

const everything = ({
  policy,
  ports,
  ledger = (same) => same,
  there: _,
  ...options
}: Setting): Layer.Layer<World.Everything> => {
  const outside = World.layer(personasWorld, options)
  const over = ports as Layer.Layer<World.Ports> | undefined
  return SingleWindow.layer.pipe(
    Layer.provideMerge(Store.layer),
    Layer.provideMerge(
      Layer.mergeAll(
        crowded(ledger),
        Layer.sync(CurrentPolicy, () => Schema.decodeUnknownSync(Policy)(policy ?? {})),
        over === undefined ? outside : Layer.merge(outside, over)
      )
    ),
    Layer.orDie
  )
}

/** Sets the clock, seeds the accounts, and runs a story on a world of its own. */
export const story = <A, E>(tell: Effect.Effect<A, E, World.Everything>, setting: Setting = {}) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(morning)
    for (const key of setting.there ?? Object.keys(accounts)) yield* World.seed(accounts[key as keyof typeof accounts])
    return yield* tell
  }).pipe(Effect.provide(everything(setting)))

export const as = (username: string) => Effect.flatMap(SingleWindow, (door) => door.actorFor(username))
export const supervisor = Actor.Staff({ name: "ming", role: "supervisor" })
export const clerk = Actor.Staff({ name: "yun", role: "clerk" })

/** The account as it is kept. */
export const kept = (username: string) =>
  Effect.flatMap(Store, (store) =>
    Effect.flatMap(store.byUsername(username), (found) =>
      found === undefined ? Effect.dieMessage(`no account ${username}`) : Effect.succeed(found.account)
    )
  )

/** How many events the journal holds. */
export const journalLength = Effect.flatMap(Ledger, (ledger) => Stream.runCount(ledger.journal(0)))

/** A refusal as other systems see it, or the answer: two of them can be compared whole. */
export const outcome = <A, R>(answer: Effect.Effect<A, Parameters<typeof refusalView>[0], R>) =>
  Effect.match(answer, {
    onFailure: (refused) => ({ refused: refusalView(refused) }),
    onSuccess: (ok) => ({ ok })
  })

/** Only the tag of what came out; "ok" for an answer. */
export const tagOf = <A, R>(answer: Effect.Effect<A, Parameters<typeof refusalView>[0], R>) =>
  Effect.match(answer, { onFailure: (refused): string => refused._tag, onSuccess: () => "ok" })
