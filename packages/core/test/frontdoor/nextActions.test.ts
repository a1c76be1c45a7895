import { assert, describe, it } from "@effect/vitest"
import { type Actor, type CommandName, type NextAction, Origin, Role, SingleWindow, Store } from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import { as, kept, morning, password, story, tongda } from "./twoEnterprises.js"

const { holderOf } = Personas
const zhang = holderOf("zhangWei")

/** How an account's certification stands. */
const standings = ["none", "certified", "voided"] as const
/** What is wrong with its information; a card that has ended is what makes a certified one look expired. */
const conditions = {
  complete: {},
  "enterprise without a representative": { enterprise: { ...tongda, legalRepresentativeName: "" } },
  "holder without a name": { holder: { ...zhang, name: "" } },
  "card that has ended": { holder: { ...zhang, validity: { from: "20100101", to: "20200101" } } },
  "both sides": { enterprise: { ...tongda, legalRepresentativeName: "" }, holder: { ...zhang, name: "" } }
} satisfies Record<string, Partial<World.Seed>>

/** One try of each command that an action stands for; certifying by any one method is enough. */
const tries: { readonly [A in NextAction]: ReadonlyArray<readonly [CommandName, unknown]> } = {
  "change-password": [["ChangePassword", { current: password, next: "Other#2022" }]],
  "edit-enterprise": [["EditEnterprise", { legalRepresentativeName: tongda.legalRepresentativeName }]],
  "edit-holder": [["EditHolder", zhang]],
  certify: [
    ["StartCertification", { method: "ic-card" }],
    ["StartCertification", { method: "legal-representative" }],
    ["StartCertification", { method: "bank-ukey", bank: "CCB" }]
  ]
}

const rehearsed = (actor: Actor, action: NextAction) =>
  Effect.gen(function* () {
    const door = yield* SingleWindow
    return yield* Effect.forEach(tries[action], ([name, input]) =>
      Effect.either(door.rehearse(actor, name, input as never))
    )
  })

/** Brings the certification of a fresh account to where it should stand. */
const bring = (username: string, standing: (typeof standings)[number]) =>
  Effect.gen(function* () {
    if (standing === "none") return
    const store = yield* Store
    const before = yield* store.byUsername(username)
    if (before === undefined) return yield* Effect.dieMessage("no account")
    const granted = {
      _tag: "CertificationGranted",
      method: "legal-representative",
      level: "medium",
      enterprise: tongda,
      holderStood: false
    } as const
    const voided = { _tag: "CertificationVoided", facets: ["holder"], because: "identity-changed" } as const
    const events = standing === "voided" ? [granted, voided] : [granted]
    yield* store.commit({ changes: [{ before, events }], at: morning, actor: "system:test" })
  })

const nextOf = (actor: Actor) =>
  Effect.map(
    Effect.flatMap(SingleWindow, (door) => door.ask(actor, "Completeness", {})),
    ({ next }) => next
  )

describe("what an account is told to do next (R-02, R-07, R-79)", () => {
  for (const origin of Origin.literals) {
    it.effect(`is never refused to an account that is ${origin}, however it stands`, () =>
      Effect.forEach(
        Role.literals.flatMap((role) =>
          standings.flatMap((standing) =>
            Object.entries(conditions).map(([name, condition]) => [role, standing, name, condition] as const)
          )
        ),
        ([role, standing, name, condition]) =>
          story(
            Effect.gen(function* () {
              const account = { username: "subject01", enterprise: tongda, holder: zhang, password, role, origin }
              yield* World.seed({ ...account, ...condition })
              yield* bring("subject01", standing)
              const actor = yield* as("subject01")
              const next = yield* nextOf(actor)
              for (const action of next) {
                const answers = yield* rehearsed(actor, action)
                const refusals = answers.flatMap((answer) => (answer._tag === "Left" ? [answer.left._tag] : []))
                assert.isBelow(refusals.length, answers.length, `${role} ${standing} ${name}: ${action} ${refusals}`)
              }
              const { certification } = yield* kept("subject01")
              const inScope = origin === "migrated" || origin === "cardless"
              const due = name === "complete" && inScope && certification.methods.length === 0
              assert.strictEqual(next.includes("certify"), due, `${role} ${standing} ${name}`)
              assert.strictEqual(next.length === 0, name === "complete" && !due, `${role} ${standing} ${name}`)
            }),
            { there: [] }
          ),
        { discard: true }
      )
    )
  }

  it.effect("is the new password and nothing else while that is due", () =>
    story(
      Effect.gen(function* () {
        const account = { username: "subject01", enterprise: tongda, holder: zhang, password }
        yield* World.seed({ ...account, mustChangePassword: true })
        const door = yield* SingleWindow
        const actor = yield* as("subject01")
        const answers = yield* rehearsed(actor, "change-password")
        assert.deepStrictEqual(
          answers.map(({ _tag }) => _tag),
          ["Right"]
        )
        const refused = yield* Effect.flip(door.rehearse(actor, "StartCertification", { method: "ic-card" }))
        assert.strictEqual(refused._tag, "PasswordChangeRequired")
      }),
      { there: [] }
    )
  )
})
