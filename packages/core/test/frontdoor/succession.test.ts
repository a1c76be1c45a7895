import { assert, describe, it } from "@effect/vitest"
import { Actor, levelOf, SingleWindow, Store } from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import { steps, walkTo } from "../flows/waypoints.js"
import { logIn } from "./logIn.js"
import { add, manage, manager, recreate, remove, restore } from "./managing.js"
import { as, journalLength, kept, morning, password, story, tagOf } from "./twoEnterprises.js"

describe("delete, restore, recreate (R-75, R-77)", () => {
  it.effect("a deleted account is gone for its holder, and restored as it was but for its sessions", () =>
    story(
      Effect.gen(function* () {
        const actor = yield* as("ciq_td_01")
        yield* walkTo(actor, "AwaitingAccountHolder")
        yield* steps.idCardOfHolder(actor)
        yield* walkTo(actor, "AwaitingCard")
        const before = yield* kept("ciq_td_01")
        yield* remove("ciq_td_01")
        assert.strictEqual(yield* tagOf(as("ciq_td_01")), "NotFound")
        assert.strictEqual(yield* tagOf(remove("ciq_td_01")), "NotFound")
        yield* restore("ciq_td_01")
        const after = yield* kept("ciq_td_01")
        const { journey: _, ...rest } = before
        assert.deepStrictEqual(after, { ...rest, logIn: { ...before.logIn, epoch: before.logIn.epoch + 1 } })
        assert.strictEqual(levelOf(after), "medium")
        assert.strictEqual(yield* tagOf(restore("ciq_td_01")), "NotFound")
      })
    )
  )

  it.effect("recreating is one commit, and the new account another subject", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as("ciq_td_01")
        yield* walkTo(actor, "AwaitingAccountHolder")
        yield* steps.idCardOfHolder(actor)
        yield* door.execute(actor, "BindCard", {})
        yield* walkTo(actor, "AwaitingCard")
        const old = yield* kept("ciq_td_01")
        assert.strictEqual(levelOf(old), "medium")
        const answer = yield* recreate("ciq_td_01", "zhangWei")
        assert.deepStrictEqual(answer, { account: "ciq_td_01", successorOf: old.id, mustChangePassword: true })
        const next = yield* kept("CIQ_TD_01")
        assert.notStrictEqual(next.id, old.id)
        assert.deepInclude(next, {
          username: "ciq_td_01",
          successorOf: old.id,
          origin: "cardless",
          role: "operator",
          cardBinding: { state: "none" },
          attempts: {},
          smsSent: [],
          answeredBankRequests: []
        })
        assert.notProperty(next, "journey")
        assert.notProperty(next, "verifiedEnterprise")
        assert.strictEqual(levelOf(next), "none")
        assert.strictEqual(yield* tagOf(door.ask(actor, "Completeness", {})), "NotPermitted")
        assert.strictEqual(yield* tagOf(logIn("ciq_td_01", password)), "CredentialsWrong")
        // The card that was bound to the old account opens the new one not; a legal-person card opens none at all.
        const byCard = yield* door.execute(Actor.Anonymous(), "LogInWithCard", {})
        assert.strictEqual(byCard.actor._tag, "LegalPersonCard")
        const history = yield* (yield* Store).history(old.id)
        assert.strictEqual(history.at(-1)?.event._tag, "AccountDeleted")
        assert.strictEqual(history.at(-1)?.at, morning)
      })
    )
  )

  it.effect("or it is nothing: when the new document is taken, the old account still lives", () =>
    story(
      Effect.gen(function* () {
        const before = { account: yield* kept("ciq_td_01"), length: yield* journalLength }
        assert.strictEqual(yield* tagOf(recreate("ciq_td_01", "yangFan")), "DocumentAlreadyInEnterprise")
        assert.deepStrictEqual({ account: yield* kept("ciq_td_01"), length: yield* journalLength }, before)
      })
    )
  )

  it.effect("eight at once become one successor", () =>
    story(
      Effect.gen(function* () {
        const old = yield* kept("ciq_td_01")
        const tags = yield* Effect.all(
          Array.from({ length: 8 }, () => tagOf(recreate("ciq_td_01", "zhangWei"))),
          { concurrency: "unbounded" }
        )
        // Whoever comes second recreates the successor, one after the other: never are two alive.
        assert.isTrue(tags.includes("ok"))
        const all = yield* (yield* Store).find({ limit: 50, usernamePrefix: "ciq_td_01", includeDeleted: true })
        const alive = all.accounts.filter(({ account }) => !account.deleted)
        assert.strictEqual(alive.length, 1)
        assert.notStrictEqual(alive[0]?.account.id, old.id)
      })
    )
  )

  it.effect("also takes up an account that was deleted before", () =>
    story(
      Effect.gen(function* () {
        const { id } = yield* kept("ciq_td_01")
        yield* remove("ciq_td_01")
        yield* recreate("ciq_td_01", "sunLei")
        assert.strictEqual((yield* kept("ciq_td_01")).successorOf, id)
      })
    )
  )

  it.effect("what was given to somebody else meanwhile is not restored", () =>
    story(
      Effect.gen(function* () {
        yield* remove("ciq_td_01")
        yield* add("ciq_td_01", "sunLei")
        assert.strictEqual(yield* tagOf(restore("ciq_td_01")), "UsernameTaken")
        yield* remove("ciq_td_02")
        yield* add("newoper1", "yangFan")
        assert.strictEqual(yield* tagOf(restore("ciq_td_02")), "DocumentAlreadyInEnterprise")
      })
    )
  )

  it.effect("a card that was bound to somebody else meanwhile keeps its account from being restored", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        yield* (yield* World.WorldRuntime).insert("tongdaLegalPerson")
        yield* door.execute(yield* as("ciq_td_01"), "BindCard", {})
        const taken = yield* Effect.flip(door.execute(yield* as("ciq_td_02"), "BindCard", {}))
        assert.deepInclude(taken, { _tag: "FieldInvalid", field: "card", problem: "bound-to-another-account" })
        yield* remove("ciq_td_01")
        yield* door.execute(yield* as("ciq_td_02"), "BindCard", {})
        assert.strictEqual(yield* tagOf(restore("ciq_td_01")), "FieldInvalid")
      })
    )
  )

  it.effect("each enterprise finds its own among deleted accounts of one name", () =>
    story(
      Effect.gen(function* () {
        yield* add("newoper1", "sunLei")
        const ours = yield* kept("newoper1")
        yield* remove("newoper1")
        yield* add("newoper1", "sunLei", "xhmanager")
        yield* remove("newoper1", "xhmanager")
        assert.strictEqual(yield* tagOf(restore("newoper1")), "ok")
        assert.strictEqual((yield* kept("newoper1")).id, ours.id)
      }),
      { there: manager }
    )
  )
})

describe("reset (R-75, R-79)", () => {
  it.effect("ends sessions, lifts a lock for good, and brings back the initial password", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* as("ciq_td_01")
        for (let guess = 0; guess < 5; guess++) yield* Effect.flip(logIn("ciq_td_01", `guess ${guess}`))
        assert.strictEqual(yield* tagOf(logIn("ciq_td_01", password)), "AccountLocked")
        yield* manage((door, by) => door.execute(by, "ResetOperatorPassword", { account: "ciq_td_01" }))
        assert.strictEqual(yield* tagOf(door.ask(actor, "Completeness", {})), "NotPermitted")
        assert.strictEqual(yield* tagOf(logIn("ciq_td_01", password)), "CredentialsWrong")
        assert.strictEqual(yield* tagOf(logIn("ciq_td_01", "88888888")), "ok")
      }),
      { policy: { logIn: { hardStop: 5 } } }
    )
  )
})

describe("the administrator's seat (R-71)", () => {
  const register = (username: string, who: Personas.PersonaName) =>
    Effect.flatMap(SingleWindow, (door) =>
      door.execute(Actor.Anonymous(), "RegisterAdministrator", {
        username,
        password,
        enterprise: Personas.enterpriseOf("cooperative"),
        ...{ holder: Personas.holderOf(who) },
        mobile: "13800000016",
        email: "someone@example.com"
      })
    )

  it.effect("is one for each enterprise, to sixteen who come at once as to one who comes later", () =>
    story(
      Effect.gen(function* () {
        const people = Object.keys(Personas.people).filter(
          (key) => Personas.personasWorld.people[key as Personas.PersonaName].document.type === "resident-id"
        ) as ReadonlyArray<Personas.PersonaName>
        const tags = yield* Effect.all(
          people.slice(0, 8).map((who, index) => tagOf(register(`candidate${index}`, who))),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(tags.filter((tag) => tag === "ok").length, 1)
        assert.isAtLeast(tags.filter((tag) => tag === "AdministratorAlreadyRegistered").length, 5)
        assert.strictEqual(yield* tagOf(register("latecomer", "sunLei")), "AdministratorAlreadyRegistered")
      }),
      { there: [] }
    )
  )

  it.effect("is registered for an enterprise as the registry knows it, and no other", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const enterprise = { ...Personas.enterpriseOf("cooperative"), legalRepresentativeName: "李四" }
        const refused = yield* Effect.flip(
          door.execute(Actor.Anonymous(), "RegisterAdministrator", {
            username: "candidate1",
            password,
            enterprise,
            holder: Personas.holderOf("sunLei"),
            mobile: "13800000016",
            email: "someone@example.com"
          })
        )
        assert.strictEqual(refused._tag, "EnterpriseNotMatched")
      }),
      { there: [] }
    )
  )

  it.effect("without one, a legal-person card is told to register one", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        yield* (yield* World.WorldRuntime).insert("tongdaLegalPerson")
        const { actor } = yield* door.execute(Actor.Anonymous(), "LogInWithCard", {})
        const refused = yield* Effect.flip(door.execute(actor, "DeleteOperator", { account: "ciq_td_01" }))
        assert.deepInclude(refused, {
          _tag: "AdministratorNotRegistered",
          address: "https://app.singlewindow.cn/userserver/user/userEtpsRegister/eptQuickReg"
        })
      }),
      { there: ["zhang"] }
    )
  )
})
