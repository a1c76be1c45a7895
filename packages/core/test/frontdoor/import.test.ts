import { assert, describe, it } from "@effect/vitest"
import { Actor, SingleWindow, Store } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import * as TestContext from "effect/TestContext"
import * as fc from "fast-check"

const host = Actor.System({ name: "migration" })

const row = (username: string, documentNumber: string, more: Record<string, string> = {}) => ({
  username,
  source: "ciq",
  enterpriseName: "北京示例贸易有限公司",
  unifiedSocialCreditCode: "91350100M000100Y43",
  organizationCode: "M000100Y-4",
  legalRepresentativeName: "张伟",
  holderName: "李娜",
  documentType: "passport",
  documentNumber,
  ...more
})

const run = <A, E>(effect: Effect.Effect<A, E, World.Everything>) =>
  Effect.zipRight(TestClock.setTime(Date.UTC(2022, 4, 10, 1)), effect).pipe(
    Effect.provide(World.singleWindow(World.make({})))
  )

describe("R-01: accounts come over from older systems", () => {
  it.scoped("a list imported again changes nothing, however it is cut", () =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { maxLength: 12 }),
          fc.nat({ max: 12 }),
          (pairs, cut) =>
            Effect.runPromise(
              run(
                Effect.gen(function* () {
                  const rows = pairs.map(([name, number]) => row(`user_${name}`, `E1234567${number}`))
                  const door = yield* SingleWindow
                  const store = yield* Store
                  yield* door.execute(host, "ImportMigratedAccounts", { rows: rows.slice(0, cut) })
                  const rest = yield* door.execute(host, "ImportMigratedAccounts", { rows: rows.slice(cut) })
                  const before = yield* store.verifyJournal
                  const again = yield* door.execute(host, "ImportMigratedAccounts", { rows })
                  const after = yield* store.verifyJournal
                  assert.strictEqual(again.summary.imported, 0)
                  assert.strictEqual(rest.rows.length, rows.slice(cut).length)
                  assert.deepStrictEqual(after, before)
                  assert.isTrue(after.verified)
                })
              ).pipe(Effect.provide(TestContext.TestContext))
            )
        ),
        { numRuns: 40 }
      )
    )
  )

  it.scoped("a user name stays with its enterprise (R-78), and a bad row stops nothing", () =>
    run(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const report = yield* door.execute(host, "ImportMigratedAccounts", {
          rows: [
            row("张_1", "E12345671"),
            row("bad\u0000name", "E12345672"),
            row("张_1", "E12345673"),
            row("zhang2", "e12345671")
          ]
        })
        assert.deepStrictEqual(
          report.rows.map((outcome) => [outcome.class, outcome.imported]),
          [
            ["ready", true],
            ["invalid", false],
            ["duplicate", false],
            ["duplicate", false]
          ]
        )
        const refused = yield* Effect.flip(
          door.execute(Actor.Anonymous(), "RegisterAdministrator", {
            username: "张_1",
            password: "Right#2022",
            enterprise: {
              name: "另一家示例公司",
              unifiedSocialCreditCode: "913301087458306077",
              organizationCode: "",
              legalRepresentativeName: "王芳"
            },
            holder: { name: "王芳", document: { type: "passport", number: "E87654321" } },
            mobile: "13800000003",
            email: "wang@example.cn"
          })
        )
        assert.strictEqual(refused._tag, "UsernameReserved")
      })
    )
  )
})
