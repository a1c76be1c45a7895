import { assert, describe, it } from "@effect/vitest"
import { Actor, commandNames, SingleWindow } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import { inputs } from "./everyInput.js"
import { permissionTable } from "./permissionTable.js"
import { journalLength, story, tagOf, xinghai } from "./twoEnterprises.js"

describe("staff", () => {
  it.effect("give a reason for everything they do, and name the account", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const before = yield* journalLength
        for (const role of ["clerk", "supervisor"] as const) {
          const actor = Actor.Staff({ name: "ming", role })
          for (const name of commandNames.filter((name) => /^(\+|\.\+)/.test(permissionTable[name][role]))) {
            const input = {
              ...inputs[name]("ciq_td_01"),
              ...("reason" in inputs[name]("") ? { reason: "" } : {})
            } as never
            for (const reason of [undefined, "", "  "]) {
              const envelope = { account: "ciq_td_01", ...(reason === undefined ? {} : { reason }) }
              const refused = yield* Effect.flip(door.execute(actor, name, input, envelope))
              assert.deepInclude(refused, { _tag: "FieldInvalid", field: "reason", problem: "missing" }, name)
            }
          }
          const nobody = yield* Effect.flip(door.execute(actor, "EditHolder", { name: "赵云" }, { reason: "call 17" }))
          assert.deepInclude(nobody, { _tag: "FieldInvalid", field: "account", problem: "missing" })
        }
        assert.strictEqual(yield* journalLength, before)
      })
    )
  )

  it.effect("their reason is kept with every event, and shown to staff only", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const clerk = Actor.Staff({ name: "yun", role: "clerk" })
        yield* door.execute(clerk, "EditHolder", { name: "赵云" }, { account: "ciq_td_01", reason: " asked by phone " })
        const shown = (actor: Actor) =>
          Effect.map(door.ask(actor, "History", {}, { account: "ciq_td_01" }), (entries) => entries.at(-1))
        assert.deepInclude(yield* shown(clerk), { actor: "staff:yun/clerk", reason: "asked by phone" })
        assert.notProperty(yield* shown(yield* door.actorFor("ciq_td_01")), "reason")
      })
    )
  )
})

describe("what a session may once things have changed", () => {
  it.effect("a legal-person card manages nobody once its account belongs to another enterprise", () =>
    story(
      Effect.gen(function* () {
        const door = yield* SingleWindow
        const outside = yield* World.WorldRuntime
        yield* outside.insert("tongdaLegalPerson")
        yield* door.execute(yield* door.actorFor("ciq_td_01"), "BindCard", {})
        const { actor } = yield* door.execute(Actor.Anonymous(), "LogInWithCard", {})
        const list = tagOf(door.ask(actor, "ListOperators", {}))
        assert.strictEqual(yield* list, "ok")
        yield* door.execute(actor, "EditEnterprise", { unifiedSocialCreditCode: xinghai.unifiedSocialCreditCode })
        assert.strictEqual(yield* list, "NotPermitted")
        assert.strictEqual(
          yield* tagOf(door.execute(actor, "DeleteOperator", { account: "ciq_xh_01" })),
          "NotPermitted"
        )
        assert.strictEqual(
          yield* tagOf(door.execute(Actor.Anonymous(), "LogInWithCard", {})),
          "CardOfAnotherEnterprise"
        )
      }),
      { policy: { enterprise: { askRegistryOnSave: false } } }
    )
  )
})
