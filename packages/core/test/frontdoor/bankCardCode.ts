import { type Account, type Actor, SingleWindow } from "@single-window/core"
import { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import { walkTo } from "../flows/waypoints.js"
import { as, people } from "./twoEnterprises.js"

export const there = ["zhang"] as const
export const name = "ciq_td_01"

export const request = (
  actor: Actor,
  subject: "account-holder" | "legal-representative" = "account-holder",
  key?: string
) =>
  Effect.flatMap(SingleWindow, (door) =>
    door.execute(
      actor,
      "RequestBankCardCode",
      { subject, cardNumber: people.zhangWei.bankCard ?? "", mobile: people.zhangWei.mobile ?? "" },
      key === undefined ? {} : { idempotencyKey: key }
    )
  )
export const confirm = (
  actor: Actor,
  code: string,
  subject: "account-holder" | "legal-representative" = "account-holder"
) => Effect.flatMap(SingleWindow, (door) => door.execute(actor, "ConfirmBankCardCode", { subject, code }))

export const lastCode = Effect.flatMap(World.WorldRuntime, (outside) =>
  Effect.map(outside.lastSms(), (sms) => sms?.code ?? "no message")
)
export const messages = Effect.flatMap(World.WorldRuntime, (outside) =>
  Effect.map(outside.smsSent, (all) => all.length)
)
export const pendingOf = ({ journey }: Account) =>
  journey !== undefined && "person" in journey.state ? journey.state.person.pending : undefined
export const wrong = "none of ours"

/** `ciq_td_01` at the account holder's step. */
export const atHolder = Effect.gen(function* () {
  const actor = yield* as(name)
  yield* walkTo(actor, "AwaitingAccountHolder")
  return actor
})
