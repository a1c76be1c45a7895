import { assert, describe, it } from "@effect/vitest"
import {
  type Account,
  BankCardVerifier,
  type Enterprise,
  EnterpriseRegistry,
  type Holder,
  IdCardVerifier,
  levelOf,
  SingleWindow,
  SmsSender,
  Verdict
} from "@single-window/core"
import { Personas, World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import * as fc from "fast-check"
import { as, kept, people, story, tagOf, tongda } from "../frontdoor/twoEnterprises.js"

/** Verifiers that agree to everything, and write down exactly what they agreed to. */
const witnesses = () => {
  const seen = {
    enterprises: [] as Array<Enterprise>,
    representatives: [] as Array<string>,
    idCards: [] as Array<string>,
    asked: "",
    codes: new Map<string, string>(),
    lastCode: ""
  }
  const ports = Layer.mergeAll(
    Layer.succeed(EnterpriseRegistry, {
      check: ({ enterprise, legalRepresentativeDocument }) =>
        Effect.sync(() => {
          if (legalRepresentativeDocument !== undefined) seen.enterprises.push(enterprise)
          seen.representatives.push(`${enterprise.legalRepresentativeName}/${legalRepresentativeDocument?.number}`)
          return Verdict.Match()
        })
    }),
    Layer.succeed(IdCardVerifier, {
      verify: ({ name, number }) =>
        Effect.sync(() => {
          seen.idCards.push(`${name}/${number}`)
          return Verdict.Match()
        })
    }),
    Layer.succeed(BankCardVerifier, {
      verify: ({ name, document }) =>
        Effect.sync(() => {
          seen.asked = `${name}/${document.number}`
          return Verdict.Match()
        })
    }),
    Layer.succeed(SmsSender, {
      sendCode: ({ code }) =>
        Effect.sync(() => {
          seen.lastCode = Redacted.value(code)
          seen.codes.set(seen.lastCode, seen.asked)
        })
    })
  )
  return { seen, ports: ports as unknown as Layer.Layer<World.Ports> }
}

const identities = ["zhangWei", "wangFang", "linYong"] as const
const identity = fc.constantFrom(...identities)
const subject = fc.constantFrom("legal-representative" as const, "account-holder" as const)
const names = ["北京示例通达贸易有限公司", "北京示例通达商贸有限公司"] as const

type Move =
  | { readonly do: "edit-holder" | "provide" | "verify-enterprise"; readonly who: (typeof identities)[number] }
  | { readonly do: "edit-enterprise"; readonly name: (typeof names)[number] }
  | { readonly do: "start"; readonly method: "ic-card" | "legal-representative" | "bank-ukey" }
  | {
      readonly do: "id-card" | "request" | "confirm" | "confirm-older"
      readonly subject: "legal-representative" | "account-holder"
    }
  | { readonly do: "present" | "bank-returns" | "abandon" }
  | { readonly do: "wait"; readonly minutes: number }
  /** Whatever the journey waits for. */
  | { readonly do: "forward" }

/** Moves that fit together often enough to reach the end of a journey. */
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ do: fc.constant("forward" as const) }) },
  fc.record({ do: fc.constantFrom("edit-holder" as const, "verify-enterprise" as const), who: identity }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant("provide" as const), who: identity }) },
  fc.record({ do: fc.constant("edit-enterprise" as const), name: fc.constantFrom(...names) }),
  fc.record({
    do: fc.constant("start" as const),
    method: fc.constantFrom("ic-card" as const, "legal-representative" as const, "bank-ukey" as const)
  }),
  fc.record({ do: fc.constantFrom("request" as const, "confirm" as const), subject }),
  fc.record({ do: fc.constantFrom("id-card" as const, "confirm-older" as const), subject }),
  fc.record({ do: fc.constantFrom("present" as const, "bank-returns" as const) }),
  fc.record({ do: fc.constant("abandon" as const) }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), minutes: fc.constantFrom(1, 2, 6, 30) }) }
)

const holderOf = (who: (typeof identities)[number]): Holder => Personas.holderOf(who)
const personOf = ({ name, document }: Holder) => `${name}/${document.number}`

const forward = ({ journey, holder }: Account): Move => {
  const state = journey?.state
  switch (state?._tag) {
    case undefined:
      return { do: "start", method: "legal-representative" }
    case "AwaitingCard":
      return { do: "present" }
    case "AwaitingBank":
      return { do: "bank-returns" }
    case "AwaitingEnterprise":
      return { do: "verify-enterprise", who: "zhangWei" }
    case "AwaitingLegalRepresentative":
      return { do: "id-card", subject: "legal-representative" }
    default: {
      const pending = state !== undefined && "person" in state && state.person.pending !== undefined
      if (pending) return { do: "confirm", subject: "account-holder" }
      return { do: holder.document.type === "resident-id" ? "id-card" : "request", subject: "account-holder" }
    }
  }
}

/** Plays moves as `ciq_td_01` and holds every certification against what the verifiers agreed to in that very journey. */
const play = (moves: ReadonlyArray<Move>) => {
  const { seen, ports } = witnesses()
  let granted = 0
  const tell = Effect.gen(function* () {
    const door = yield* SingleWindow
    const outside = yield* World.WorldRuntime
    const actor = yield* as("ciq_td_01")
    yield* outside.insert("tongdaLegalPerson")
    let since = { enterprises: 0, representatives: 0, idCards: 0 }
    let confirmed = ""
    let olderCode = ""
    for (const given of moves) {
      const before = yield* kept("ciq_td_01")
      const step = given.do === "forward" ? forward(before) : given
      const run = (): Effect.Effect<string, never, never> => {
        switch (step.do) {
          case "edit-holder": {
            const { name, document, validity } = holderOf(step.who)
            return tagOf(door.execute(actor, "EditHolder", { name, document, ...(validity && { validity }) }))
          }
          case "provide":
            return tagOf(door.execute(actor, "ProvideHolderIdentity", holderOf(step.who)))
          case "verify-enterprise":
            return tagOf(
              door.execute(actor, "VerifyEnterprise", { legalRepresentativeDocument: people[step.who].document })
            )
          case "edit-enterprise":
            return tagOf(door.execute(actor, "EditEnterprise", { name: step.name }))
          case "start":
            return tagOf(door.execute(actor, "StartCertification", { method: step.method, bank: "CCB" }))
          case "id-card":
            return tagOf(
              door.execute(actor, "VerifyPersonByIdCard", {
                subject: step.subject,
                validity: { from: "20160301", to: "20360301" }
              })
            )
          case "request":
            olderCode = seen.lastCode
            return tagOf(
              door.execute(actor, "RequestBankCardCode", {
                subject: step.subject,
                cardNumber: people.zhangWei.bankCard ?? "",
                mobile: "13800000001"
              })
            )
          case "confirm":
          case "confirm-older": {
            const code = step.do === "confirm" ? seen.lastCode : olderCode
            return Effect.tap(
              tagOf(door.execute(actor, "ConfirmBankCardCode", { subject: step.subject, code })),
              (tag) =>
                Effect.sync(() => {
                  if (tag === "ok") confirmed = seen.codes.get(code) ?? "a code that was never sent"
                })
            )
          }
          case "present":
            return tagOf(door.execute(actor, "PresentCard", { pin: "20220501" }))
          case "bank-returns":
            return Effect.gen(function* () {
              const request = (yield* outside.bankRequests).at(-1)
              if (request === undefined) return "nothing"
              const parameters = yield* Effect.orDie(outside.bankReturn(request.requestId))
              return yield* tagOf(door.execute(actor, "CompleteBankUkey", { parameters }))
            })
          case "abandon":
            return tagOf(door.execute(actor, "AbandonCertification", {}))
          case "forward":
            return Effect.succeed("ok")
          case "wait":
            return Effect.as(TestClock.adjust(`${step.minutes} minutes`), "ok")
        }
      }
      const tag = yield* run()
      const after = yield* kept("ciq_td_01")
      if (step.do === "start" && tag === "ok") {
        since = {
          enterprises: seen.enterprises.length,
          representatives: seen.representatives.length,
          idCards: seen.idCards.length
        }
        confirmed = ""
      }
      const isNew = after.certification.methods.some(({ at, method }) =>
        before.certification.methods.every((passed) => passed.method !== method || passed.at !== at)
      )
      if (!isNew) {
        assert.isAtMost(after.certification.methods.length, before.certification.methods.length)
        continue
      }
      granted++
      // What was agreed to in this journey, and nothing that was stored before or after.
      const holder = personOf(after.holder)
      const holderStood = before.certification.holder.state === "valid" && step.do === "bank-returns"
      assert.isTrue(
        holderStood || confirmed === holder || seen.idCards.slice(since.idCards).includes(holder),
        `nobody verified ${holder}`
      )
      const method = after.certification.enterprise.by
      if (method === "legal-representative") {
        assert.deepInclude(seen.enterprises.slice(since.enterprises), after.enterprise)
        assert.notStrictEqual(levelOf(after), "high")
      }
      assert.deepStrictEqual(after.verifiedEnterprise, after.enterprise)
      assert.isUndefined(after.journey)
    }
    const final = yield* kept("ciq_td_01")
    assert.strictEqual(final.enterprise.unifiedSocialCreditCode, tongda.unifiedSocialCreditCode)
  })
  const policy = { enterprise: { askRegistryOnSave: false }, sms: { perDay: 1000 } }
  return Effect.map(story(tell, { policy, ports, there: ["zhang"] }), () => granted)
}

describe("a certification rests on the very values that were verified in its journey (I-3)", () => {
  let granted = 0
  it.effect.prop(
    "whatever is edited, repeated, abandoned or left lying in between",
    [fc.array(move, { minLength: 8, maxLength: 40 })],
    ([moves]) =>
      Effect.map(play(moves), (times) => {
        granted += times
      }),
    { fastCheck: { numRuns: 40 } }
  )

  // A property over journeys that never end would have shown nothing.
  it("and many a journey came to its end", () => {
    assert.isAbove(granted, 10)
  })

  it.effect("a code for the identity before is worth nothing once another was provided", () =>
    Effect.gen(function* () {
      const granted = yield* play([
        { do: "start", method: "ic-card" },
        { do: "present" },
        { do: "request", subject: "account-holder" },
        { do: "provide", who: "wangFang" },
        { do: "confirm", subject: "account-holder" }
      ])
      assert.strictEqual(granted, 0)
    })
  )
})
