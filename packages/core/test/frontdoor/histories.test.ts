import { assert, describe, it } from "@effect/vitest"
import { SingleWindow } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import { manage, remove } from "./managing.js"
import { accounts, clerk, story, supervisor, tagOf } from "./twoEnterprises.js"

const own = Object.values(accounts)
  .map(({ username }) => username)
  .filter((username) => !/xh/.test(username))

const historyOf = (username: string) =>
  Effect.flatMap(SingleWindow, (door) => door.ask(clerk, "History", {}, { account: username }))

describe("an enterprise's history", () => {
  it.effect("is the histories of its users and of nobody else, newest first, without staff's reasons", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        yield* TestClock.adjust("1 minute")
        yield* door.execute(supervisor, "RevealHolder", { account: "ciq_td_01", reason: "call 17" })
        yield* door.execute(supervisor, "RevealHolder", { account: "ciq_xh_01", reason: "call 18" })
        const all = yield* manage((at, by) => at.ask(by, "EnterpriseHistory", { limit: 1000 }))
        const expected = yield* Effect.forEach(own, (username) =>
          Effect.map(historyOf(username), (entries) => entries.map(({ version }) => `${username} ${version}`))
        )
        assert.sameMembers(
          all.map(({ username, version }) => `${username} ${version}`),
          expected.flat()
        )
        assert.deepStrictEqual(
          all.map(({ at }) => at),
          all.map(({ at }) => at).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
        )
        assert.deepInclude(all[0], { username: "ciq_td_01", event: "HolderRevealed" })
        assert.notInclude(JSON.stringify(all), "call 1")
        const first = yield* manage((at, by) => at.ask(by, "EnterpriseHistory", { limit: 2 }))
        assert.deepStrictEqual(first, all.slice(0, 2))
      })
    )
  )

  it.effect("names who did it by user name, and keeps those who were deleted", () =>
    story(
      Effect.gen(function* () {
        yield* TestClock.adjust("1 minute")
        yield* remove("ciq_td_02")
        const [newest] = yield* manage((at, by) => at.ask(by, "EnterpriseHistory", { limit: 1 }))
        assert.deepInclude(newest, { username: "ciq_td_02", event: "AccountDeleted", actorName: "tdmanager" })
      })
    )
  )

  it.effect("is not for its users", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const user = yield* door.actorFor("ciq_td_01")
        assert.strictEqual(yield* tagOf(door.ask(user, "EnterpriseHistory", { limit: 10 })), "NotPermitted")
      })
    )
  )
})
