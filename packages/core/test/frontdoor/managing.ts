import { type Actor, SingleWindow } from "@single-window/core"
import { Personas } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import { as } from "./twoEnterprises.js"

/** The form of a new operator, filled in for a persona. */
export const formOf = (who: Personas.PersonaName) => ({
  ...Personas.holderOf(who),
  mobile: Personas.personasWorld.people[who].mobile ?? "",
  email: "someone@example.com"
})
/** Something that an enterprise's administrator does. */
export const manage = <A, E>(
  use: (door: SingleWindow["Type"], manager: Actor) => Effect.Effect<A, E>,
  by = "tdmanager"
) =>
  Effect.gen(function* () {
    return yield* use(yield* SingleWindow, yield* as(by))
  })
export const add = (name: string, who: Personas.PersonaName, by = "tdmanager") =>
  manage((door, manager) => door.execute(manager, "AddCardlessOperator", { username: name, ...formOf(who) }), by)
export const remove = (account: string, by = "tdmanager") =>
  manage((door, manager) => door.execute(manager, "DeleteOperator", { account }), by)
export const restore = (account: string, by = "tdmanager") =>
  manage((door, manager) => door.execute(manager, "RestoreOperator", { account }), by)
export const recreate = (account: string, who: Personas.PersonaName, by = "tdmanager") =>
  manage((door, manager) => door.execute(manager, "RecreateOperator", { account, ...formOf(who) }), by)
/** Only the two administrators are there. */
export const manager = ["manager", "otherManager"] as const
