import { Actor, SingleWindow } from "@single-window/core"
import { VirtualCard } from "@single-window/testkit/wire/virtual-card"
import { Effect, Redacted } from "effect"
import { describe, expect, it } from "vitest"
import { frontDoor, kept, seeded, tagOf } from "../frontDoor.js"
import { before2022, inHandLayer, today } from "./desk.js"

const username = "ciq_td_01"
const card = today.card("tongdaLegalPerson")

type Services =
  | Effect.Effect.Context<ReturnType<typeof seeded>>
  | Effect.Effect.Context<ReturnType<typeof kept>>
  | SingleWindow
  | VirtualCard

const run = <A, E>(story: Effect.Effect<A, E, Services>, layer = inHandLayer()) =>
  Effect.runPromise(Effect.provide(story, frontDoor(layer)))

const start = (actor: Actor) =>
  Effect.flatMap(SingleWindow, (door) => door.execute(actor, "StartCertification", { method: "ic-card" }))
const present = (actor: Actor, pin: string) =>
  tagOf(Effect.flatMap(SingleWindow, (door) => door.execute(actor, "PresentCard", { pin })))

describe("a smart card at the front door (R-40 to R-43)", () => {
  for (const [made, by] of [
    ["today", today],
    ["before July 2022", before2022]
  ] as const)
    it(`proves the enterprise, made ${made}, legal-person or operator card`, () =>
      run(
        Effect.gen(function* () {
          const desk = yield* VirtualCard
          const accounts = [
            ["ciq_td_01", "zhangWei", "tongdaLegalPerson"],
            ["ciq_td_02", "yangFan", "tongdaOperator"]
          ] as const
          for (const [name, holder, key] of accounts) {
            const actor = yield* seeded(name, holder)
            yield* start(actor)
            yield* desk.insert(by.card(key))
            expect(yield* present(actor, by.card(key).pin)).toBe("ok")
            expect((yield* kept(name)).account?.journey?.state._tag).toMatch(/Holder/)
          }
        })
      ))

  it("binds and logs in with the PIN from the host's own pad", () =>
    run(
      Effect.gen(function* () {
        const desk = yield* VirtualCard
        const door = yield* SingleWindow
        const actor = yield* seeded(username)
        yield* desk.insert(card)
        yield* door.execute(actor, "BindCard", {})
        expect((yield* kept(username)).account?.cardBinding.state).toBe("bound")
        const { warnings } = yield* door.execute(Actor.Anonymous(), "LogInWithCard", {})
        expect(warnings).toEqual([])
        expect(yield* desk.pinsEntered).toBe(2)
      }),
      inHandLayer({}, (options) => ({ ...options, pinPad: Effect.succeed(Redacted.make(card.pin)) }))
    ))

  it("is refused by name, and nothing changes: another enterprise's, expired, not trusted, none, wrong PIN, locked", () =>
    run(
      Effect.gen(function* () {
        const desk = yield* VirtualCard
        const actor = yield* seeded(username)
        yield* start(actor)
        const { account } = yield* kept(username)
        expect(yield* present(actor, card.pin)).toBe("CardMissing")
        const table = [
          ["foreignLedLegalPerson", "CardOfAnotherEnterprise", 1],
          ["tongdaForged", "CardNotTrusted", 0],
          ["tongdaExpired", "CardExpired", 0]
        ] as const
        for (const [key, tag, pins] of table) {
          yield* desk.insert(today.card(key))
          const before = yield* desk.pinsEntered
          expect(yield* present(actor, today.card(key).pin), key).toBe(tag)
          expect((yield* desk.pinsEntered) - before, key).toBe(pins)
        }
        yield* desk.insert(today.card("tongdaOperator"))
        for (const tag of ["CardPinWrong", "CardPinWrong", "CardPinLocked", "CardPinLocked"])
          expect(yield* present(actor, "00000000")).toBe(tag)
        expect((yield* kept(username)).account?.certification).toEqual(account?.certification)
        yield* desk.insert(card)
        expect(yield* present(actor, card.pin)).toBe("ok")
      })
    ))
})
