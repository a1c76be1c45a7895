import { type Actor, SingleWindow } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import { people } from "../frontdoor/twoEnterprises.js"

const zhang = people.zhangWei
const validity = zhang.validity ?? { from: "", to: "" }
const holderIdentity = { name: zhang.name, document: zhang.document, validity }
const bankCard = { cardNumber: zhang.bankCard ?? "", mobile: zhang.mobile ?? "" }

const execute = <A, E, R>(use: (door: SingleWindow["Type"]) => Effect.Effect<A, E, R>) =>
  Effect.flatMap(SingleWindow, use)

/** The steps of all journeys as `ciq_td_01` takes them, each with what would let it pass. */
export const steps = {
  presentCard: (actor: Actor) => execute((door) => door.execute(actor, "PresentCard", { pin: "20220501" })),
  provideIdentity: (actor: Actor) => execute((door) => door.execute(actor, "ProvideHolderIdentity", holderIdentity)),
  verifyEnterprise: (actor: Actor) =>
    execute((door) => door.execute(actor, "VerifyEnterprise", { legalRepresentativeDocument: zhang.document })),
  idCardOfRepresentative: (actor: Actor) =>
    execute((door) => door.execute(actor, "VerifyPersonByIdCard", { subject: "legal-representative", validity })),
  idCardOfHolder: (actor: Actor) =>
    execute((door) => door.execute(actor, "VerifyPersonByIdCard", { subject: "account-holder", validity })),
  codeForRepresentative: (actor: Actor) =>
    execute((door) => door.execute(actor, "RequestBankCardCode", { subject: "legal-representative", ...bankCard })),
  codeForHolder: (actor: Actor) =>
    execute((door) => door.execute(actor, "RequestBankCardCode", { subject: "account-holder", ...bankCard })),
  confirmForRepresentative: (actor: Actor) =>
    execute((door) => door.execute(actor, "ConfirmBankCardCode", { subject: "legal-representative", code: "000000" })),
  confirmForHolder: (actor: Actor) =>
    execute((door) => door.execute(actor, "ConfirmBankCardCode", { subject: "account-holder", code: "000000" })),
  bankReturns: (actor: Actor) =>
    execute((door) =>
      Effect.gen(function* () {
        const outside = yield* World.WorldRuntime
        const request = (yield* outside.bankRequests).at(-1)
        const parameters = request === undefined ? {} : yield* Effect.orDie(outside.bankReturn(request.requestId))
        return yield* door.execute(actor, "CompleteBankUkey", { parameters })
      })
    )
}
export type StepName = keyof typeof steps

const start = (method: "ic-card" | "legal-representative" | "bank-ukey") => (actor: Actor) =>
  execute((door) => door.execute(actor, "StartCertification", { method, bank: "CCB" }))

/** Every state in which a journey can stand: how to get there, what it waits for, and which steps it lets in. */
export const waypoints = {
  AwaitingCard: { way: [start("ic-card")], expected: "card", lets: ["presentCard"] },
  AwaitingCardHolderIdentity: {
    way: [start("ic-card"), steps.presentCard],
    expected: "account-holder",
    lets: ["provideIdentity", "idCardOfHolder", "codeForHolder", "confirmForHolder"]
  },
  AwaitingEnterprise: { way: [start("legal-representative")], expected: "enterprise", lets: ["verifyEnterprise"] },
  AwaitingLegalRepresentative: {
    way: [start("legal-representative"), steps.verifyEnterprise],
    expected: "legal-representative",
    lets: ["verifyEnterprise", "idCardOfRepresentative", "codeForRepresentative", "confirmForRepresentative"]
  },
  AwaitingAccountHolder: {
    way: [start("legal-representative"), steps.verifyEnterprise, steps.idCardOfRepresentative],
    expected: "account-holder",
    lets: ["verifyEnterprise", "idCardOfHolder", "codeForHolder", "confirmForHolder"]
  },
  AwaitingBank: { way: [start("bank-ukey")], expected: "bank", lets: ["bankReturns"] },
  AwaitingBankHolder: {
    way: [start("bank-ukey"), steps.bankReturns],
    expected: "account-holder",
    // The same return once more is a replay, which says so by itself.
    lets: ["idCardOfHolder", "codeForHolder", "confirmForHolder", "bankReturns"]
  }
} satisfies Record<string, { way: ReadonlyArray<unknown>; expected: string; lets: ReadonlyArray<StepName> }>
export type WaypointName = keyof typeof waypoints

export const waypointNames = Object.keys(waypoints) as ReadonlyArray<WaypointName>
export const stepNames = Object.keys(steps) as ReadonlyArray<StepName>

/** Walks to a waypoint; the reader holds the enterprise's legal-person card. */
export const walkTo = (actor: Actor, name: WaypointName) =>
  Effect.gen(function* () {
    yield* (yield* World.WorldRuntime).insert("tongdaLegalPerson")
    for (const step of waypoints[name].way) yield* step(actor)
  })
