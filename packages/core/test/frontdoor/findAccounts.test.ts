import { assert, describe, it } from "@effect/vitest"
import { Actor, type QueryInputOf, SingleWindow } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { people, story } from "./twoEnterprises.js"

const viewer = Actor.Staff({ name: "ming", role: "viewer" })
const find = (filter: Partial<QueryInputOf<"FindAccounts">>) =>
  Effect.flatMap(SingleWindow, (door) => door.ask(viewer, "FindAccounts", { limit: 50, ...filter }))
const everybody = ["ciq_td_01", "ciq_td_02", "ciq_xh_01", "tdmanager", "tdoper01", "xhmanager"]

describe("accounts in pages", () => {
  it.effect.prop(
    "of any length hold everybody once, in the order of their user names",
    [fc.integer({ min: 1, max: 8 })],
    ([limit]) =>
      story(
        Effect.gen(function* () {
          const seen: Array<string> = []
          let after: string | undefined
          do {
            const page = yield* find({ limit, ...(after === undefined ? {} : { after }) })
            seen.push(...page.accounts.map(({ username }) => username))
            after = page.next
          } while (after !== undefined)
          assert.deepStrictEqual(seen, everybody)
        })
      ),
    { fastCheck: { numRuns: 8 } }
  )

  it.effect.prop(
    "by the beginning of a user name, in any case, and by nothing that a pattern would mean",
    [fc.stringOf(fc.constantFrom(..."ciqCIQ_td%*\\'0"), { maxLength: 6 })],
    ([prefix]) =>
      story(
        Effect.gen(function* () {
          const { accounts } = yield* find({ username: prefix })
          const expected = everybody.filter((username) => username.startsWith(prefix.toLowerCase()))
          assert.deepStrictEqual(
            accounts.map(({ username }) => username),
            expected
          )
        })
      ),
    { fastCheck: { numRuns: 15 } }
  )

  it.effect("by a whole document in any spelling, and by no part of one", () =>
    story(
      Effect.gen(function* () {
        const { type, number } = people.zhangWei.document
        const byNumber = (given: string) =>
          Effect.map(find({ document: { type, number: given } }), ({ accounts }) =>
            accounts.map(({ username }) => username)
          )
        assert.deepStrictEqual(yield* byNumber(number), ["ciq_td_01"])
        assert.deepStrictEqual(yield* byNumber(` ${number} `), ["ciq_td_01"])
        assert.deepStrictEqual(yield* byNumber(number.slice(0, 17)), [])
        const strange = yield* Effect.flip(find({ document: { type: "library-card", number } }))
        assert.deepInclude(strange, { _tag: "FieldInvalid", field: "document.type", problem: "unknown" })
      })
    )
  )

  it.effect("a cursor that somebody made up is refused", () =>
    story(
      Effect.gen(function* () {
        for (const after of ["", "{}", "x", '{"usernameKey":1,"stream":""}', "__proto__"]) {
          assert.strictEqual((yield* Effect.flip(find({ after })))._tag, "FieldInvalid")
        }
      })
    )
  )

  it.effect("show nobody's data unmasked", () =>
    story(
      Effect.gen(function* () {
        const text = JSON.stringify(yield* find({}))
        for (const { name, document, mobile } of Object.values(people)) {
          assert.notInclude(text, document.number)
          if (mobile !== undefined) assert.notInclude(text, mobile)
          assert.notInclude(text, `"${name}"`)
        }
      })
    )
  )
})
