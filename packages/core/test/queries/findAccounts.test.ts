import { assert, describe, it } from "@effect/vitest"
import { Actor, SingleWindow } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"

const clerk = Actor.Staff({ name: "staff", role: "clerk" })
const enterprise = {
  name: "北京示例贸易有限公司",
  unifiedSocialCreditCode: "91350100M000100Y43",
  organizationCode: "M000100Y4",
  legalRepresentativeName: "张示例"
}
const passport = (number: string) => ({ name: "李示例", document: { type: "passport", number } })

const run = <A, E>(effect: Effect.Effect<A, E, World.Everything>) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(Date.UTC(2022, 4, 10, 1))
    for (const [username, number] of [
      ["userA", "E12345671"],
      ["userB", "E12345672"],
      ["userC", "E12345673"]
    ] as const) {
      yield* World.seed({ username, enterprise, holder: passport(number) })
    }
    return yield* effect
  }).pipe(Effect.provide(World.singleWindow(World.make({}))))

const find = (input: Record<string, unknown>) =>
  Effect.flatMap(SingleWindow, (door) => door.ask(clerk, "FindAccounts", { limit: 50, ...input }))

describe("FindAccounts", () => {
  it.scoped("finds the one with a document, however it is typed", () =>
    run(
      Effect.map(find({ document: { type: "passport", number: " e12345672" } }), ({ accounts }) =>
        assert.deepStrictEqual(
          accounts.map(({ username }) => username),
          ["userB"]
        )
      )
    )
  )

  it.scoped("refuses a document type that nobody knows, instead of finding everybody", () =>
    run(
      Effect.map(Effect.flip(find({ document: { type: "licence", number: "E12345672" } })), (refusal) =>
        assert.strictEqual(refusal._tag, "FieldInvalid")
      )
    )
  )

  it.scoped("goes through everybody page by page, once each", () =>
    run(
      Effect.gen(function* () {
        const seen: Array<string> = []
        let after: string | undefined
        do {
          const page = yield* find({ limit: 1, ...(after === undefined ? {} : { after }) })
          seen.push(...page.accounts.map(({ username }) => username))
          after = page.next
        } while (after !== undefined)
        assert.deepStrictEqual(seen, ["userA", "userB", "userC"])
      })
    )
  )
})
