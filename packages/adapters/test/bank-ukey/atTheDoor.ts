import { type Actor, SingleWindow } from "@single-window/core"
import type { BankSite, Person } from "@single-window/testkit/wire/bank-site"
import { Effect } from "effect"
import { frontDoor, type kept, type seeded, tagOf } from "../frontDoor.js"
import { type Code, sentTo, siteLayer } from "./site.js"

export const username = "ciq_td_01"

type Services =
  | Effect.Effect.Context<ReturnType<typeof seeded>>
  | Effect.Effect.Context<ReturnType<typeof kept>>
  | Effect.Effect.Context<ReturnType<typeof begin>>
  | BankSite

/** Runs a story at a front door whose banks are real sites. */
export const run = <A, E>(story: Effect.Effect<A, E, Services>) =>
  Effect.runPromise(story.pipe(Effect.scoped, Effect.provide(frontDoor(siteLayer()))))

/** Starts the journey and goes to the bank with what the front door answers. */
export const begin = (actor: Actor, bank: Code, person: Partial<Person> = {}, wait?: `${number} millis`) =>
  sentTo(
    bank,
    Effect.flatMap(SingleWindow, (door) =>
      Effect.flatMap(door.execute(actor, "StartCertification", { method: "bank-ukey", bank }), ({ redirect }) =>
        redirect === undefined ? Effect.dieMessage("no redirect") : Effect.succeed(redirect)
      )
    ),
    person,
    wait
  )

export const complete = (actor: Actor, parameters: Readonly<Record<string, string>>) =>
  tagOf(Effect.flatMap(SingleWindow, (door) => door.execute(actor, "CompleteBankUkey", { parameters })))
