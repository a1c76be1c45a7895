import { CommitOutcome, Ledger, StoreUnavailable } from "@single-window/core"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Ref from "effect/Ref"
import type { StoreAnswer } from "./steps.js"

/** Steers the store of a scenario: answers for its next commits and reads. */
export class StoreFaults extends Context.Tag("@single-window/testkit/StoreFaults")<
  StoreFaults,
  { readonly next: (answers: ReadonlyArray<StoreAnswer>) => Effect.Effect<void> }
>() {}

/** A ledger that answers by a script first: `unavailable` to whatever is asked, `conflict` to the next commit. */
export const faulty = <E>(ledger: Layer.Layer<Ledger, E>): Layer.Layer<Ledger | StoreFaults, E> =>
  Layer.effectContext(
    Effect.gen(function* () {
      const inner = yield* Ledger
      const script = yield* Ref.make<ReadonlyArray<StoreAnswer>>([])
      const take = (committing: boolean) =>
        Ref.modify(script, ([first, ...rest]): readonly [StoreAnswer | undefined, ReadonlyArray<StoreAnswer>] => {
          // A conflict can only happen to somebody who writes, so it waits for that.
          if (first === undefined || (first === "conflict" && !committing))
            return [undefined, first ? [first, ...rest] : []]
          return [first, rest]
        })
      const unlessDown = <A>(read: Effect.Effect<A, StoreUnavailable>) =>
        Effect.flatMap(take(false), (answer) =>
          answer === "unavailable" ? Effect.fail(new StoreUnavailable({ reason: "scripted" })) : read
        )
      const commit: typeof inner.commit = (commits) =>
        Effect.flatMap(take(true), (answer) => {
          if (answer === "unavailable") return Effect.fail(new StoreUnavailable({ reason: "scripted" }))
          if (answer !== "conflict") return inner.commit(commits)
          return Effect.succeed(
            commits.map(({ appends }) => CommitOutcome.Conflict({ stream: appends[0]?.head.stream ?? "" }))
          )
        })
      return Context.make(Ledger, {
        ...inner,
        commit,
        head: (stream) => unlessDown(inner.head(stream)),
        byUsername: (key) => unlessDown(inner.byUsername(key)),
        find: (filter) => unlessDown(inner.find(filter)),
        claimOwner: (claim) => unlessDown(inner.claimOwner(claim))
      }).pipe(Context.add(StoreFaults, { next: (answers) => Ref.update(script, (all) => [...all, ...answers]) }))
    })
  ).pipe(Layer.provide(ledger))
