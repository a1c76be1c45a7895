import { type Actor, type CommandName, type Refusal, SingleWindow } from "@single-window/core"
import type { World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import { type WaypointName, walkTo } from "../flows/waypoints.js"
import { inputs } from "./everyInput.js"
import { as, supervisor } from "./twoEnterprises.js"

export const name = "ciq_td_01"

export interface Deed {
  readonly name: CommandName
  readonly by: "holder" | "manager" | "supervisor"
  /** Where the journey must stand for it. */
  readonly at?: WaypointName
}

/** Commands that write, each where it succeeds. */
export const deeds: ReadonlyArray<Deed> = [
  { name: "ChangePassword", by: "holder" },
  { name: "EditEnterprise", by: "holder" },
  { name: "EditHolder", by: "holder" },
  { name: "BindCard", by: "holder", at: "AwaitingCard" },
  { name: "StartCertification", by: "holder" },
  { name: "VerifyEnterprise", by: "holder", at: "AwaitingEnterprise" },
  { name: "VerifyPersonByIdCard", by: "holder", at: "AwaitingAccountHolder" },
  { name: "RequestBankCardCode", by: "holder", at: "AwaitingAccountHolder" },
  { name: "PresentCard", by: "holder", at: "AwaitingCard" },
  { name: "AbandonCertification", by: "holder", at: "AwaitingCard" },
  { name: "AdmitOperator", by: "manager" },
  { name: "AddCardlessOperator", by: "manager" },
  { name: "DeleteOperator", by: "manager" },
  { name: "ResetOperatorPassword", by: "manager" },
  { name: "RecreateOperator", by: "manager" }
]

interface Ready {
  readonly door: SingleWindow["Type"]
  readonly actor: Actor
  readonly send: (key: string) => Effect.Effect<unknown, Refusal>
}

/** Brings the world to where a deed succeeds. */
export const ready = ({
  name: command,
  by,
  at
}: Deed): Effect.Effect<Ready, Refusal | World.NotInWorld, World.Everything> =>
  Effect.gen(function* () {
    const door = yield* SingleWindow
    const holder = yield* as(name)
    if (at !== undefined) yield* walkTo(holder, at)
    const actor = by === "holder" ? holder : by === "manager" ? yield* as("tdmanager") : supervisor
    const send = (key: string) =>
      door.execute(actor, command, inputs[command](name) as never, { idempotencyKey: key, reason: "call 17" })
    return { door, actor, send }
  })
