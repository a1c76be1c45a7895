import {
  type Actor,
  BankCardVerifier,
  EnterpriseRegistry,
  IdCardVerifier,
  type Limited,
  type Refusal,
  SingleWindow,
  type Unavailable,
  Verdict
} from "@single-window/core"
import type { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as fc from "fast-check"
import { steps, type WaypointName, walkTo } from "../flows/waypoints.js"
import { as, story } from "./twoEnterprises.js"

const there = ["zhang", "manager"] as const
export const name = "ciq_td_01"

export type Answer = Effect.Effect<Verdict, Limited | Unavailable>

/** Verifiers that say whatever the test has put on their tongue, "yes" until then. */
const ventriloquist = () => {
  const tongue = { answer: Effect.succeed(Verdict.Match()) as Answer, asked: 0 }
  const say = Effect.suspend(() => {
    tongue.asked++
    return tongue.answer
  })
  const ports = Layer.mergeAll(
    Layer.succeed(EnterpriseRegistry, { check: () => say }),
    Layer.succeed(IdCardVerifier, { verify: () => say }),
    Layer.succeed(BankCardVerifier, { verify: () => say })
  ) as unknown as Layer.Layer<World.Ports>
  return { tongue, ports }
}

/** Every question to a verifier: where the journey stands, what asks, and where its attempts are counted. */
export const questions: Readonly<
  Record<
    string,
    { at?: WaypointName; ask: (actor: Actor) => Effect.Effect<unknown, Refusal, World.Everything>; budget: string }
  >
> = {
  "the registry, about an edit": {
    ask: (actor) =>
      Effect.flatMap(SingleWindow, (door) =>
        door.execute(actor, "EditEnterprise", { name: "北京示例通达商贸有限公司" })
      ),
    budget: "enterprise/registry"
  },
  "the registry, in certification": {
    at: "AwaitingEnterprise",
    ask: steps.verifyEnterprise,
    budget: "enterprise/registry"
  },
  "CTID, about the representative": {
    at: "AwaitingLegalRepresentative",
    ask: steps.idCardOfRepresentative,
    budget: "legal-representative/id-card"
  },
  "CTID, about the holder": {
    at: "AwaitingAccountHolder",
    ask: steps.idCardOfHolder,
    budget: "account-holder/id-card"
  },
  "CTID, about the holder of a card journey": {
    at: "AwaitingCardHolderIdentity",
    ask: steps.provideIdentity,
    budget: "account-holder/id-card"
  },
  "CTID, about the holder of a bank journey": {
    at: "AwaitingBankHolder",
    ask: steps.idCardOfHolder,
    budget: "account-holder/id-card"
  },
  "the bank-card network, about the representative": {
    at: "AwaitingLegalRepresentative",
    ask: steps.codeForRepresentative,
    budget: "legal-representative/bank-card"
  },
  "the bank-card network, about the holder": {
    at: "AwaitingBankHolder",
    ask: steps.codeForHolder,
    budget: "account-holder/bank-card"
  }
}
export const questionNames = Object.keys(questions) as ReadonlyArray<keyof typeof questions>
export const question = fc.constantFrom(...questionNames)

/** Tells a story that begins at the step where a question is asked. */
export const play = <A>(
  asked: string,
  tell: (context: {
    ask: Effect.Effect<unknown, Refusal, World.Everything>
    tongue: ReturnType<typeof ventriloquist>["tongue"]
    actor: Actor
  }) => Effect.Effect<A, unknown, World.Everything>,
  policy: unknown = {}
) => {
  const { tongue, ports } = ventriloquist()
  const { at, ask } = questions[asked]!
  return story(
    Effect.gen(function* () {
      const actor = yield* as(name)
      if (at !== undefined) yield* walkTo(actor, at)
      return yield* tell({ ask: ask(actor), tongue, actor })
    }),
    { there, ports, policy }
  )
}
