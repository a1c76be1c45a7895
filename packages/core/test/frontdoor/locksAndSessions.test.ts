import { assert, describe, it } from "@effect/vitest"
import { Actor, SingleWindow } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import * as fc from "fast-check"
import { logIn } from "./logIn.js"
import { as, journalLength, morning, password, story, supervisor, tagOf } from "./twoEnterprises.js"

const there = ["zhang", "manager", "operator"] as const
const name = "ciq_td_01"
const MINUTE = 60_000

/** How often a password was looked at. */
const looks = Effect.gen(function* () {
  const asked = yield* (yield* World.WorldRuntime).asked("password")
  return asked.filter(({ question }) => question.operation === "verify").length
})

/** Guesses until the account locks. */
const locked = Effect.gen(function* () {
  for (let guess = 0; guess < 5; guess++) yield* Effect.flip(logIn(name, `guess ${guess}`))
})

describe("a lock", () => {
  it.effect("is honoured by every way in and by the change of password", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const outside = yield* World.WorldRuntime
        const actor = yield* as(name)
        yield* outside.insert("tongdaLegalPerson")
        yield* door.execute(actor, "BindCard", {})
        yield* locked
        const looked = yield* looks
        assert.strictEqual(yield* tagOf(logIn(name, password)), "AccountLocked")
        assert.strictEqual(yield* tagOf(door.execute(Actor.Anonymous(), "LogInWithCard", {})), "AccountLocked")
        const change = door.execute(actor, "ChangePassword", { current: password, next: "Other#2022" })
        assert.strictEqual(yield* tagOf(change), "AccountLocked")
        assert.strictEqual(yield* looks, looked)
        yield* TestClock.setTime(morning + 15 * MINUTE - 1)
        assert.strictEqual(yield* tagOf(logIn(name, password)), "AccountLocked")
        yield* TestClock.setTime(morning + 15 * MINUTE)
        assert.strictEqual(yield* tagOf(logIn(name, password)), "ok")
      }),
      { there }
    )
  )

  it.effect("is lifted by a supervisor, with the reason on record", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        yield* locked
        yield* door.execute(supervisor, "UnlockAccount", { account: name, reason: "caller known" })
        assert.strictEqual(yield* tagOf(logIn(name, password)), "ok")
        const history = yield* door.ask(supervisor, "History", {}, { account: name })
        assert.deepInclude(
          history.find(({ event }) => event === "AccountUnlocked"),
          { actor: "staff:ming/supervisor", reason: "caller known" }
        )
        const before = yield* journalLength
        yield* door.execute(supervisor, "UnlockAccount", { account: name, reason: "again" })
        assert.strictEqual(yield* journalLength, before)
      }),
      { there }
    )
  )

  it.effect("at the hard stop time does not lift it, a supervisor does", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        yield* locked
        yield* TestClock.adjust("400 days")
        assert.strictEqual(yield* tagOf(logIn(name, password)), "AccountLocked")
        yield* door.execute(supervisor, "UnlockAccount", { account: name, reason: "caller known" })
        assert.strictEqual(yield* tagOf(logIn(name, password)), "ok")
      }),
      { there, policy: { logIn: { hardStop: 5 } } }
    )
  )

  it.effect("a guess at the current password is a guess like any other", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as(name)
        const tags: Array<string> = []
        for (let guess = 0; guess < 6; guess++) {
          const change = door.execute(actor, "ChangePassword", { current: `guess ${guess}`, next: "Other#2022" })
          tags.push(yield* tagOf(change))
        }
        assert.deepStrictEqual(tags, [...Array.from({ length: 5 }, () => "CredentialsWrong"), "AccountLocked"])
      }),
      { there }
    )
  )
})

describe("sessions", () => {
  const dead = "NotPermitted"
  it.effect("end with a change of password, a reset and a deletion, and with nothing else", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const manager = yield* as("tdmanager")
        const stillIn = (actor: Actor) => tagOf(door.ask(actor, "Completeness", {}))
        const { actor: first } = yield* logIn(name, password)
        yield* logIn(name, password)
        yield* Effect.flip(logIn(name, "wrong one"))
        assert.strictEqual(yield* stillIn(first), "ok")

        yield* door.execute(first, "ChangePassword", { current: password, next: "Other#2022" })
        assert.strictEqual(yield* stillIn(first), dead)
        const { actor: second } = yield* logIn(name, "Other#2022")

        yield* door.execute(manager, "ResetOperatorPassword", { account: name })
        assert.strictEqual(yield* stillIn(second), dead)
        const { actor: third, next } = yield* logIn(name, "88888888")
        assert.deepStrictEqual(next, ["change-password"])
        yield* door.execute(third, "ChangePassword", { current: "88888888", next: "Third#2022" })
        const { actor: fourth } = yield* logIn(name, "Third#2022")

        yield* door.execute(manager, "DeleteOperator", { account: name })
        assert.strictEqual(yield* stillIn(fourth), dead)
        assert.strictEqual(yield* tagOf(logIn(name, "Third#2022")), "CredentialsWrong")
        yield* door.execute(manager, "RestoreOperator", { account: name })
        assert.strictEqual(yield* stillIn(fourth), dead, "a restored account does not bring its sessions back")
        assert.strictEqual(yield* tagOf(logIn(name, "Third#2022")), "ok")
      }),
      { there }
    )
  )
})

describe("the initial password (R-79)", () => {
  const reset = Effect.gen(function* () {
    yield* (yield* SingleWindow).execute(yield* as("tdmanager"), "ResetOperatorPassword", { account: name })
  })

  it.effect.prop(
    "is dead at its end, at the door and in a session that outlived it",
    [fc.integer({ min: 1, max: 500 }), fc.constantFrom(-1, 0)],
    ([initialValidMinutes, offset]) =>
      story(
        Effect.gen(function* () {
          const door = yield* SingleWindow
          yield* reset
          const { actor } = yield* logIn(name, "88888888")
          yield* TestClock.setTime(morning + initialValidMinutes * MINUTE + offset)
          const expected = offset < 0 ? "ok" : "CredentialsWrong"
          assert.strictEqual(yield* tagOf(logIn(name, "88888888")), expected)
          const change = door.execute(actor, "ChangePassword", { current: "88888888", next: "Other#2022" })
          assert.strictEqual(yield* tagOf(change), expected)
        }),
        { there, policy: { password: { initialValidMinutes } } }
      ),
    { fastCheck: { numRuns: 8 } }
  )

  it.effect("is not taken as a new one, in whatever width it is typed", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as(name)
        for (const next of ["88888888", "８８８８８８８８", "８8８8８8８8"]) {
          const refused = yield* Effect.flip(door.execute(actor, "ChangePassword", { current: password, next }))
          assert.deepInclude(refused, { _tag: "PasswordUnacceptable", problem: "initial-password" })
        }
      }),
      { there }
    )
  )
})
