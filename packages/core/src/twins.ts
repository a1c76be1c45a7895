import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as FiberId from "effect/FiberId"

/**
 * Lets calls that come at the same time under one key share one run and its outcome, a refusal included: a form that was sent
 * twice asks no verifier twice and types no PIN twice. Two processes are kept apart by the store alone.
 */
export const twins = <A, E>() => {
  const running = new Map<
    string,
    { readonly request: string; readonly done: Deferred.Deferred<Exit.Exit<A, E> | undefined> }
  >()
  const once = <R>(
    key: string,
    request: string,
    run: Effect.Effect<A, E, R>,
    whenAnother: Effect.Effect<A, E>
  ): Effect.Effect<A, E, R> =>
    Effect.suspend(() => {
      const twin = running.get(key)
      if (twin !== undefined) {
        if (twin.request !== request) return whenAnother
        // One whose run was interrupted got no outcome to share.
        return Effect.flatMap(Deferred.await(twin.done), (exit) => exit ?? once(key, request, run, whenAnother))
      }
      const done = Deferred.unsafeMake<Exit.Exit<A, E> | undefined>(FiberId.none)
      running.set(key, { request, done })
      return Effect.onExit(run, (exit) =>
        Effect.suspend(() => {
          running.delete(key)
          return Deferred.succeed(done, Exit.isInterrupted(exit) ? undefined : exit)
        })
      )
    })
  return once
}
