import { assert } from "@effect/vitest"
import { type Actor, type Enterprise, levelOf, type Refusal, SingleWindow } from "@single-window/core"
import { Personas, type World } from "@single-window/testkit"
import * as Effect from "effect/Effect"
import { steps, walkTo } from "../flows/waypoints.js"
import { as, kept } from "./twoEnterprises.js"

export const name = "ciq_td_01"

export const editEnterprise = (actor: Actor, edit: Partial<Enterprise>) =>
  Effect.flatMap(SingleWindow, (door) => door.execute(actor, "EditEnterprise", edit))
export const editHolder = (actor: Actor, who: Personas.PersonaName) => {
  const { name, document, validity } = Personas.holderOf(who)
  return Effect.flatMap(SingleWindow, (door) =>
    door.execute(actor, "EditHolder", { name, document, ...(validity === undefined ? {} : { validity }) })
  )
}

/** `ciq_td_01`, certified by card and with that card bound. */
export const certified: Effect.Effect<Actor, Refusal | World.NotInWorld, World.Everything> = Effect.gen(function* () {
  const actor = yield* as(name)
  yield* walkTo(actor, "AwaitingCardHolderIdentity")
  yield* steps.provideIdentity(actor)
  yield* (yield* SingleWindow).execute(actor, "BindCard", {})
  assert.strictEqual(levelOf(yield* kept(name)), "high")
  return actor
})
