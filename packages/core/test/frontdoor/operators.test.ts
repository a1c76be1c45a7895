import { assert, describe, it } from "@effect/vitest"
import { Actor, levelOf, SingleWindow } from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import { username } from "@single-window/testkit/arbitraries"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { logIn } from "./logIn.js"
import { add, formOf, manage, manager, remove } from "./managing.js"
import { journalLength, kept, password, story, supervisor, tagOf, tongda, xinghai } from "./twoEnterprises.js"

describe("user names (R-78)", () => {
  it.effect.prop(
    "of six to eighteen letters, or letters and digits, are taken as typed; any other is not, and nothing is stored",
    [
      fc.oneof(
        username,
        fc.stringOf(fc.constantFrom(..."abXY019"), { maxLength: 22 }),
        fc.stringOf(fc.constantFrom(..."0123456789"), { minLength: 6, maxLength: 18 }),
        fc.tuple(username, fc.constantFrom("_", "-", " ", "é", "中", "Ａ", "@", "😀")).map(([a, b]) => a + b + a[0])
      )
    ],
    ([name]) =>
      story(
        Effect.gen(function* () {
          const before = yield* journalLength
          const tag = yield* tagOf(add(name, "sunLei"))
          const right = /^(?=.*[A-Za-z])[A-Za-z0-9]{6,18}$/.test(name)
          if (right) assert.strictEqual(tag, "ok", name)
          else {
            assert.strictEqual(tag, "UsernameInvalid", name)
            assert.strictEqual(yield* journalLength, before)
          }
        }),
        { there: manager }
      ),
    { fastCheck: { numRuns: 25 } }
  )

  it.effect("are one whatever the case of their letters, in all enterprises", () =>
    story(
      Effect.gen(function* () {
        assert.strictEqual(yield* tagOf(add("TDoper01", "sunLei")), "UsernameTaken")
        assert.strictEqual(yield* tagOf(add("TDOPER01", "sunLei", "xhmanager")), "UsernameTaken")
        yield* add("NewOper1", "sunLei")
        assert.strictEqual((yield* kept("newoper1")).username, "NewOper1")
      })
    )
  )

  it.effect("that were migrated stay their enterprise's, and are free of the rule there, letter by letter", () =>
    story(
      Effect.gen(function* () {
        yield* World.seed({
          username: "oldname1",
          source: "ciq",
          enterprise: tongda,
          holder: Personas.holderOf("gaoXin")
        })
        // Live: taken at home, reserved elsewhere.
        assert.strictEqual(yield* tagOf(add("ciq_td_01", "sunLei")), "UsernameTaken")
        assert.strictEqual(yield* tagOf(add("ciq_td_01", "sunLei", "xhmanager")), "UsernameReserved")
        yield* remove("ciq_td_01")
        yield* remove("oldname1")
        // Deleted: still reserved, however well it is formed.
        for (const name of ["ciq_td_01", "oldname1", "OLDNAME1"]) {
          assert.strictEqual(yield* tagOf(add(name, "sunLei", "xhmanager")), "UsernameReserved", name)
        }
        assert.strictEqual(yield* tagOf(add("CIQ_TD_01", "sunLei")), "UsernameInvalid")
        assert.strictEqual(yield* tagOf(add("ciq_td_01", "sunLei")), "ok")
        const { origin, successorOf } = yield* kept("ciq_td_01")
        assert.strictEqual(origin, "cardless")
        assert.isUndefined(successorOf)
        // And it stays reserved when the operator who took it is deleted as well.
        yield* remove("ciq_td_01")
        assert.strictEqual(yield* tagOf(add("ciq_td_01", "sunLei", "xhmanager")), "UsernameReserved")
      })
    )
  )

  it.effect("of an administrator who registers follow the same rule", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const register = (name: string) =>
          tagOf(
            door.execute(Actor.Anonymous(), "RegisterAdministrator", {
              username: name,
              password,
              enterprise: Personas.enterpriseOf("cooperative"),
              holder: Personas.holderOf("sunLei"),
              mobile: "13800000016",
              email: "someone@example.com"
            })
          )
        assert.strictEqual(yield* register("ciq_td_01"), "UsernameReserved")
        assert.strictEqual(yield* register("short"), "UsernameInvalid")
        assert.strictEqual(yield* register("XHMANAGER"), "UsernameTaken")
        assert.strictEqual(yield* register("newmanager"), "ok")
      })
    )
  )
})

describe("a cardless operator (R-76, R-79, R-80)", () => {
  it.effect("comes in by eight eights, must change them, and has no level until certified", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        yield* add("newoper1", "sunLei")
        const { actor, next } = yield* logIn("newoper1", "88888888")
        assert.deepStrictEqual(next, ["change-password"])
        assert.strictEqual(yield* tagOf(door.execute(actor, "EditHolder", { name: "李四" })), "PasswordChangeRequired")
        yield* door.execute(actor, "ChangePassword", { current: "88888888", next: "Other#2022" })
        const again = yield* logIn("newoper1", "Other#2022")
        assert.deepStrictEqual(again.next, ["certify"])
        const account = yield* kept("newoper1")
        assert.isTrue(account.administratorAssisted)
        assert.strictEqual(levelOf(account), "none")
        assert.strictEqual(account.role, "operator")
        assert.deepStrictEqual(account.enterprise, tongda)
      })
    )
  )

  it.effect("is refused a document of the enterprise in any spelling, in whatever account it is (R-24)", () =>
    story(
      Effect.gen(function* () {
        const { document, ...form } = formOf("alim")
        yield* add("newoper1", "alim")
        const spellings = ["11999919920505077x", " 11999919920505077X ", "１１９９９９１９９２０５０５０７７Ｘ"]
        for (const [index, number] of spellings.entries()) {
          const again = manage((door, by) =>
            door.execute(by, "AddCardlessOperator", {
              username: `another${index}`,
              ...form,
              document: { ...document, number }
            })
          )
          assert.strictEqual(yield* tagOf(again), "DocumentAlreadyInEnterprise", number)
        }
        assert.strictEqual(yield* tagOf(add("another9", "zhangWei")), "DocumentAlreadyInEnterprise")
        assert.strictEqual(yield* tagOf(add("another9", "alim", "xhmanager")), "ok")
        yield* remove("newoper1")
        assert.strictEqual(yield* tagOf(add("another8", "alim")), "ok", "a deleted account's document is free")
      })
    )
  )

  it.effect("sixteen at once with one document become one", () =>
    story(
      Effect.gen(function* () {
        const tags = yield* Effect.all(
          Array.from({ length: 16 }, (_, index) => tagOf(add(`newoper${index + 10}`, "sunLei"))),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(tags.filter((tag) => tag === "ok").length, 1)
        assert.strictEqual(tags.filter((tag) => tag === "DocumentAlreadyInEnterprise").length, 15)
      }),
      { there: manager }
    )
  )
})

describe("admission (R-72, D9)", () => {
  it.effect("changes the role and nothing else, once", () =>
    story(
      Effect.gen(function* () {
        const before = yield* kept("ciq_td_01")
        const admit = manage((door, by) => door.execute(by, "AdmitOperator", { account: "ciq_td_01" }))
        assert.deepStrictEqual(yield* admit, { account: "ciq_td_01", id: before.id, role: "operator" })
        assert.deepStrictEqual(yield* kept("ciq_td_01"), { ...before, role: "operator" })
        const length = yield* journalLength
        yield* admit
        assert.strictEqual(yield* journalLength, length)
      })
    )
  )

  it.effect.each(["name", "unifiedSocialCreditCode", "organizationCode", "legalRepresentativeName"] as const)(
    "is refused when %s differs, and says so (G2)",
    (field) =>
      story(
        Effect.gen(function* () {
          const values = {
            name: "北京示例通达商贸有限公司",
            // Of the same organization, since another's would be another enterprise.
            unifiedSocialCreditCode: "91110100XXXX000195",
            organizationCode: xinghai.organizationCode,
            legalRepresentativeName: "李四"
          }
          const enterprise = { ...tongda, [field]: values[field] }
          yield* World.seed({ username: "ciq_td_07", enterprise, holder: Personas.holderOf("gaoXin"), source: "ciq" })
          for (const name of ["AdmitOperator", "DeleteOperator", "ResetOperatorPassword"] as const) {
            const refused = yield* Effect.flip(
              manage((door, by) => door.execute(by, name, { account: "ciq_td_07" }) as Effect.Effect<unknown, never>)
            )
            assert.deepInclude(refused as object, { _tag: "EnterpriseDiffersFromAdministrator", fields: [field] })
          }
        }),
        { there: manager }
      )
  )
})

describe("my operators (R-74)", () => {
  it.effect("are all of the enterprise and none of another, masked, and told apart by origin and remark", () =>
    story(
      Effect.gen(function* () {
        const list = (includeDeleted = false) => manage((door, by) => door.ask(by, "ListOperators", { includeDeleted }))
        const seen = yield* list()
        assert.deepStrictEqual(
          seen.map(({ username, self, differs }) => ({ username, self, differs })),
          [
            { username: "ciq_td_01", self: false, differs: [] },
            { username: "ciq_td_02", self: false, differs: [] },
            { username: "tdmanager", self: true, differs: [] },
            { username: "tdoper01", self: false, differs: [] }
          ]
        )
        assert.strictEqual(seen[0]?.remark, "迁移自 ciq")
        const text = JSON.stringify(yield* list(true))
        for (const { name, document } of [Personas.holderOf("liNa"), Personas.holderOf("zhangWei")]) {
          assert.notInclude(text, document.number)
          assert.notInclude(text, name)
        }
        yield* remove("ciq_td_02")
        assert.strictEqual((yield* list()).length, 3)
        assert.strictEqual((yield* list(true)).length, 4)
      })
    )
  )

  it.effect("an administrator who belongs to no enterprise has none", () =>
    story(
      Effect.gen(function* () {
        const blank = { name: "", unifiedSocialCreditCode: "", organizationCode: "", legalRepresentativeName: "" }
        const holder = Personas.holderOf("gaoXin")
        yield* World.seed({ username: "lostmanager", role: "administrator", enterprise: blank, holder })
        yield* World.seed({ username: "ciq_lost_1", enterprise: blank, holder: Personas.holderOf("heFang") })
        assert.deepStrictEqual(yield* manage((door, by) => door.ask(by, "ListOperators", {}), "lostmanager"), [])
      }),
      { there: [] }
    )
  )
})

describe("a supervisor", () => {
  it.effect("does not manage operators, but may correct, unlock and reveal", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const envelope = { reason: "call 17" }
        const deed = door.execute(supervisor, "DeleteOperator", { account: "ciq_td_01" }, envelope)
        assert.strictEqual(yield* tagOf(deed), "NotPermitted")
      })
    )
  )
})
