import { assert, describe, it } from "@effect/vitest"
import { Actor, type refusalView, SingleWindow, Store } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"

const enterpriseOf = (name: string, unifiedSocialCreditCode: string, legalRepresentativeName: string) => ({
  name,
  unifiedSocialCreditCode,
  organizationCode: unifiedSocialCreditCode.slice(8, 17),
  legalRepresentativeName
})
const acme = enterpriseOf("北京示例贸易有限公司", "91350100M000100Y43", "张示例")
const other = enterpriseOf("杭州示例物流有限公司", "913301087458306077", "王示例")

const passport = (number: string) => ({ name: "李示例", document: { type: "passport", number } })
const supervisor = Actor.Staff({ name: "ming", role: "supervisor" })

const world = World.make({
  people: {
    zhang: { name: "张示例", document: { type: "passport", number: "E00000001" } },
    wang: { name: "王示例", document: { type: "passport", number: "E00000002" } }
  },
  enterprises: {
    acme: { name: acme.name, unifiedSocialCreditCode: acme.unifiedSocialCreditCode, legalRepresentative: "zhang" },
    other: { name: other.name, unifiedSocialCreditCode: other.unifiedSocialCreditCode, legalRepresentative: "wang" }
  },
  cards: {
    key1: { number: "JJ00000000001", enterprise: "acme", holder: "zhang", kind: "legal-person", pin: "12345678" }
  }
})

const tagOf = <A, R>(effect: Effect.Effect<A, Parameters<typeof refusalView>[0], R>) =>
  Effect.match(effect, { onFailure: ({ _tag }) => _tag as string, onSuccess: () => "ok" })

const story = <A, E>(tell: Effect.Effect<A, E, World.Everything>) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(Date.UTC(2022, 4, 10, 1))
    const password = "Right#2022"
    yield* World.seed({
      username: "acmeadmin",
      role: "administrator",
      enterprise: acme,
      holder: passport("E10000001"),
      password
    })
    yield* World.seed({
      username: "otheradmin",
      role: "administrator",
      enterprise: other,
      holder: passport("E10000002")
    })
    yield* World.seed({ username: "holder01", enterprise: acme, holder: passport("E10000003"), password })
    return yield* tell
  }).pipe(Effect.provide(World.singleWindow(world)))

const operator = (number: string) => ({
  name: "赵示例",
  mobile: "13800000009",
  document: { type: "passport", number },
  email: "zhao@example.cn"
})

describe("what an attacker tried", () => {
  it.effect(
    "a stranger cannot tell whose document is in an enterprise: the seat is answered first, and a rehearsal says nothing",
    () =>
      story(
        Effect.gen(function* () {
          const door = yield* SingleWindow
          const register = (number: string) => ({
            username: "stranger1",
            password: "Right#2022",
            enterprise: acme,
            holder: passport(number),
            mobile: "13800000008",
            email: "stranger@example.cn"
          })
          for (const number of ["E10000003", "E99999999"]) {
            const input = register(number)
            assert.strictEqual(
              yield* tagOf(door.execute(Actor.Anonymous(), "RegisterAdministrator", input)),
              "AdministratorAlreadyRegistered"
            )
          }
          const holder = yield* door.actorFor("holder01")
          const [hit, miss] = [
            yield* door.rehearse(holder, "EditHolder", { document: operator("E10000001").document }),
            yield* door.rehearse(holder, "EditHolder", { document: operator("E88888888").document })
          ]
          assert.deepStrictEqual(hit, miss)
        })
      )
  )

  it.effect("each look at a holder is on record, under one key as well", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const look = door.execute(
          supervisor,
          "RevealHolder",
          { account: "holder01", reason: "call 17" },
          { idempotencyKey: "k" }
        )
        yield* look
        yield* look
        const found = yield* (yield* Store).byUsername("holder01")
        assert.strictEqual(found?.version, 3)
      })
    )
  )

  it.effect("a session opened by a card ends with the card's binding (R-22)", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const outside = yield* World.WorldRuntime
        yield* outside.insert("key1")
        yield* door.execute(yield* door.actorFor("holder01"), "BindCard", {})
        const { actor } = yield* door.execute(Actor.Anonymous(), "LogInWithCard", {})
        assert.strictEqual(yield* tagOf(door.ask(actor, "ListOperators", {})), "ok")
        yield* door.execute(supervisor, "UnbindCard", {}, { account: "holder01", reason: "card lost" })
        assert.strictEqual(yield* tagOf(door.ask(actor, "ListOperators", {})), "NotPermitted")
      })
    )
  )

  it.effect("a card does not take back the count of wrong passwords", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const outside = yield* World.WorldRuntime
        yield* outside.insert("key1")
        yield* door.execute(yield* door.actorFor("holder01"), "BindCard", {})
        const guess = Effect.flatMap(outside.solvedCaptcha, ({ id, answer }) =>
          tagOf(
            door.execute(Actor.Anonymous(), "LogIn", {
              username: "holder01",
              password: "guess",
              captcha: { id, answer }
            })
          )
        )
        for (let index = 0; index < 4; index++) yield* guess
        yield* door.execute(Actor.Anonymous(), "LogInWithCard", {})
        yield* guess
        assert.strictEqual(yield* guess, "AccountLocked")
      })
    )
  )

  it.effect("a name migrated to another enterprise is not taken back by restoring or recreating (R-78)", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const mine = yield* door.actorFor("acmeadmin")
        const theirs = yield* door.actorFor("otheradmin")
        yield* door.execute(mine, "AddCardlessOperator", { username: "abcdef", ...operator("E20000001") })
        yield* door.execute(mine, "DeleteOperator", { account: "abcdef" })
        const row = {
          username: "abcdef",
          source: "ciq",
          enterpriseName: other.name,
          unifiedSocialCreditCode: other.unifiedSocialCreditCode,
          organizationCode: other.organizationCode,
          legalRepresentativeName: other.legalRepresentativeName,
          holderName: "孙示例",
          documentType: "passport",
          documentNumber: "E20000002"
        }
        yield* door.execute(Actor.System({ name: "migration" }), "ImportMigratedAccounts", { rows: [row] })
        yield* door.execute(theirs, "DeleteOperator", { account: "abcdef" })
        assert.strictEqual(
          yield* tagOf(door.execute(mine, "RestoreOperator", { account: "abcdef" })),
          "UsernameReserved"
        )
        const again = { account: "abcdef", ...operator("E20000003") }
        assert.strictEqual(yield* tagOf(door.execute(mine, "RecreateOperator", again)), "UsernameReserved")
        assert.strictEqual(yield* tagOf(door.execute(theirs, "RestoreOperator", { account: "abcdef" })), "ok")
      })
    )
  )

  it.effect("an ended session hears no kept answer, but that its own change of the password was done", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const actor = yield* door.actorFor("holder01")
        const edit = door.execute(actor, "EditHolder", { name: "李改名" }, { idempotencyKey: "e" })
        const change = door.execute(
          actor,
          "ChangePassword",
          { current: "Right#2022", next: "Other#2022" },
          { idempotencyKey: "p" }
        )
        assert.strictEqual(yield* tagOf(edit), "ok")
        assert.strictEqual(yield* tagOf(edit), "ok")
        assert.strictEqual(yield* tagOf(change), "ok")
        assert.strictEqual(yield* tagOf(change), "ok")
        assert.strictEqual(yield* tagOf(edit), "NotPermitted")
      })
    )
  )

  it.effect("an envelope or a query that is no such thing is refused, never thrown", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const odd = { reason: 7 } as unknown as { reason: string }
        assert.strictEqual(
          yield* tagOf(door.executeJson(supervisor, "UnlockAccount", { account: "holder01", reason: "x" }, odd)),
          "FieldInvalid"
        )
        assert.strictEqual(yield* tagOf(door.ask(supervisor, "constructor" as "History", {})), "FieldInvalid")
      })
    )
  )
})
