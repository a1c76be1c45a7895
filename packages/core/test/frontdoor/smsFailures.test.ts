import { assert, describe, it } from "@effect/vitest"
import { SmsSender, Store, Unavailable } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as TestClock from "effect/TestClock"
import { atHolder, confirm, lastCode, messages, name, pendingOf, request, there, wrong } from "./bankCardCode.js"
import { kept, morning, story, tagOf } from "./twoEnterprises.js"

/** A sender that fails after something else has happened. */
const failingAfter = (meanwhile: Effect.Effect<unknown, unknown>) =>
  Layer.succeed(SmsSender, {
    sendCode: () => Effect.zipRight(Effect.ignore(meanwhile), Effect.fail(new Unavailable({ port: "sms" })))
  }) as Layer.Layer<never>

describe("a message that could not be sent", () => {
  it.effect("leaves no code to guess and no time to wait", () =>
    story(
      Effect.gen(function* () {
        const outside = yield* World.WorldRuntime
        const actor = yield* atHolder
        yield* outside.fault("sms", ["unavailable"])
        const refused = yield* Effect.flip(request(actor))
        assert.deepInclude(refused, { _tag: "VerifierUnavailable", port: "sms" })
        const after = yield* kept(name)
        assert.isUndefined(pendingOf(after))
        assert.deepStrictEqual(after.smsSent, [])
        assert.strictEqual(yield* tagOf(request(actor)), "ok")
      }),
      { there }
    )
  )

  it.effect("takes back neither the code before nor the tries that were used on it", () =>
    story(
      Effect.gen(function* () {
        const outside = yield* World.WorldRuntime
        const actor = yield* atHolder
        yield* request(actor)
        const code = yield* lastCode
        for (let guess = 0; guess < 3; guess++) yield* Effect.flip(confirm(actor, wrong))
        yield* TestClock.adjust("1 minute")
        yield* outside.fault("sms", ["limited"])
        yield* Effect.flip(request(actor))
        assert.strictEqual(pendingOf(yield* kept(name))?.attemptsLeft, 2)
        assert.strictEqual(yield* tagOf(confirm(actor, code)), "ok")
      }),
      { there }
    )
  )

  it.effect("is taken back even when somebody wrote to the account meanwhile", () =>
    Effect.suspend(() => {
      let meanwhile: Effect.Effect<unknown, unknown> = Effect.void
      return story(
        Effect.gen(function* () {
          const store = yield* Store
          const actor = yield* atHolder
          meanwhile = Effect.flatMap(store.byUsername(name), (found) =>
            store.commit({
              changes: [{ before: found, events: [{ _tag: "LoggedIn", entrance: "password" }] }],
              at: morning,
              actor: "system:test"
            })
          )
          assert.strictEqual(yield* tagOf(request(actor)), "VerifierUnavailable")
          const after = yield* kept(name)
          assert.isUndefined(pendingOf(after))
          assert.deepStrictEqual(after.smsSent, [])
        }),
        { there, ports: failingAfter(Effect.suspend(() => meanwhile)) }
      )
    })
  )

  it.effect("is not answered as sent when the request comes again under its key", () =>
    story(
      Effect.gen(function* () {
        const outside = yield* World.WorldRuntime
        const actor = yield* atHolder
        yield* outside.fault("sms", ["unavailable"])
        assert.strictEqual(yield* tagOf(request(actor, "account-holder", "key 1")), "VerifierUnavailable")
        assert.strictEqual(yield* messages, 0)
        const sent = yield* request(actor, "account-holder", "key 1")
        assert.strictEqual(yield* messages, 1)
        assert.deepStrictEqual(yield* request(actor, "account-holder", "key 1"), sent)
        assert.strictEqual(yield* messages, 1)
      }),
      { there }
    )
  )
})
