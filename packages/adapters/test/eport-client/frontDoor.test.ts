import { Actor, SingleWindow } from "@single-window/core"
import {
  beforeTheLine,
  type ControlFault,
  controlFaults,
  EportControl
} from "@single-window/testkit/wire/eport-control"
import { Effect, Redacted } from "effect"
import { describe, expect, it } from "vitest"
import { frontDoor, kept, seeded, tagOf } from "../frontDoor.js"
import { before2022, deskLayer, today } from "./desk.js"

const username = "ciq_td_01"
const card = today.card("tongdaLegalPerson")

type Services =
  | Effect.Effect.Context<ReturnType<typeof seeded>>
  | Effect.Effect.Context<ReturnType<typeof kept>>
  | SingleWindow
  | EportControl

const run = <A, E>(story: Effect.Effect<A, E, Services>, layer = deskLayer()) =>
  Effect.runPromise(Effect.provide(story, frontDoor(layer)))

const start = (actor: Actor) =>
  Effect.flatMap(SingleWindow, (door) => door.execute(actor, "StartCertification", { method: "ic-card" }))
const present = (actor: Actor, pin: string) =>
  tagOf(Effect.flatMap(SingleWindow, (door) => door.execute(actor, "PresentCard", { pin })))

describe("a card at the front door (R-40 to R-44)", () => {
  for (const [made, by] of [
    ["today", today],
    ["before July 2022", before2022]
  ] as const)
    it(`proves the enterprise, made ${made}, legal-person or operator card`, () =>
      run(
        Effect.gen(function* () {
          const desk = yield* EportControl
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
        const desk = yield* EportControl
        const door = yield* SingleWindow
        const actor = yield* seeded(username)
        yield* desk.insert(card)
        yield* door.execute(actor, "BindCard", {})
        expect((yield* kept(username)).account?.cardBinding.state).toBe("bound")
        const { warnings } = yield* door.execute(Actor.Anonymous(), "LogInWithCard", {})
        expect(warnings).toEqual([])
        expect(yield* desk.pinsEntered).toBe(2)
      }),
      deskLayer({}, (options) => ({ ...options, pinPad: Effect.succeed(Redacted.make(card.pin)) }))
    ))

  it("is refused by name: another enterprise's, expired, not trusted, none, wrong PIN", () =>
    run(
      Effect.gen(function* () {
        const desk = yield* EportControl
        const actor = yield* seeded(username)
        yield* start(actor)
        expect(yield* present(actor, card.pin)).toBe("CardMissing")
        const table = [
          ["foreignLedLegalPerson", "CardOfAnotherEnterprise"],
          ["tongdaForged", "CardNotTrusted"]
        ] as const
        for (const [key, tag] of table) {
          yield* desk.insert(today.card(key))
          expect(yield* present(actor, today.card(key).pin), key).toBe(tag)
        }
        yield* desk.insert(today.card("tongdaExpired"))
        expect(yield* present(actor, today.card("tongdaExpired").pin)).toBe("CardExpired")
        yield* desk.insert(card)
        expect(yield* present(actor, "00000000")).toBe("CardPinWrong")
        expect((yield* kept(username)).account?.certification.enterprise.state).not.toBe("valid")
        expect(yield* present(actor, card.pin)).toBe("ok")
      })
    ))
})

describe("a control that does wrong", () => {
  it(`changes nothing at the front door: ${controlFaults.length} ways, and no PIN is entered twice`, () =>
    run(
      Effect.gen(function* () {
        const desk = yield* EportControl
        const actor = yield* seeded(username)
        yield* start(actor)
        yield* desk.insert(card)
        const before = yield* kept(username)
        const lies = new Set<ControlFault>(["another-card", "another-text"])
        for (const fault of controlFaults) {
          // Nothing was signed before, so nothing can come again.
          if (fault === "replayed-signature") continue
          yield* desk.fault(fault)
          const entered = yield* desk.pinsEntered
          expect(yield* present(actor, card.pin), fault).toBe(
            lies.has(fault) ? "CardNotTrusted" : "VerifierUnavailable"
          )
          expect((yield* desk.pinsEntered) - entered, fault).toBeLessThanOrEqual(beforeTheLine.has(fault) ? 0 : 1)
          expect(yield* kept(username), fault).toEqual(before)
        }
        yield* desk.fault(undefined)
        expect(yield* present(actor, card.pin)).toBe("ok")
      }),
      deskLayer({ lateMillis: 2_000 }, (options) => ({ ...options, deadline: 700 }))
    ))
})
