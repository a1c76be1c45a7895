import {
  type Card,
  type CardChallenge,
  CardControlMissing,
  CardExpired,
  CardMissing,
  CardNotTrusted,
  CardPinLocked,
  CardPinWrong,
  CardReader,
  CardReaderMissing,
  type CardRefusal,
  Unavailable
} from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Ref from "effect/Ref"
import { cardOf } from "../world/cardOf.js"
import type { FaultAnswer } from "../world/fault.js"
import type { CardMade } from "../world/World.js"
import { redacted, WorldState, type WorldStateShape } from "../world/WorldState.js"
import { knownWord, scripted } from "./script.js"

const refusalOf = (word: FaultAnswer | undefined, today: string): CardRefusal | undefined => {
  switch (word) {
    case "control-missing":
      return new CardControlMissing()
    case "reader-missing":
      return new CardReaderMissing()
    case "card-missing":
      return new CardMissing()
    case "pin-wrong":
      return new CardPinWrong({})
    case "pin-locked":
      return new CardPinLocked()
    case "expired":
      return new CardExpired({ validTo: today })
    case "not-trusted":
      return new CardNotTrusted()
    default:
      return undefined
  }
}

const noncePattern = /^[0-9a-f]{32,}$/

/** A nonce that is short or was seen before would let an old signature pass: the caller's mistake, so a defect. */
const expectNew = (state: WorldStateShape, nonce: string) =>
  Effect.gen(function* () {
    if (!noncePattern.test(nonce))
      return yield* Effect.dieMessage("mock card: the nonce has less than 128 bits in hexadecimal")
    if (state.nonces.has(nonce)) return yield* Effect.dieMessage("mock card: the nonce was used before")
    state.nonces.add(nonce)
  })

/** Without a PIN in the challenge the person types the right one on the host's own pad. */
const enterPin = (state: WorldStateShape, key: string, card: CardMade, pin: CardChallenge["pin"]) =>
  Effect.gen(function* () {
    const right = pin === undefined || Redacted.value(pin) === card.pin
    const failures = yield* Ref.modify(state.pinFailures, (all) => {
      const before = all.get(key) ?? 0
      const next = before >= state.pinTries ? before : right ? 0 : before + 1
      return [next, new Map(all).set(key, next)]
    })
    if (failures >= state.pinTries) return yield* Effect.fail(new CardPinLocked())
    if (!right) return yield* Effect.fail(new CardPinWrong({ attemptsLeft: state.pinTries - failures }))
  })

/** Reads the card that is inserted in the world's reader. */
export const layer: Layer.Layer<CardReader, never, WorldState> = Layer.effect(
  CardReader,
  Effect.map(WorldState, (state) => ({
    authenticate: ({ nonce, purpose, pin, today }: CardChallenge): Effect.Effect<Card, CardRefusal | Unavailable> =>
      Effect.gen(function* () {
        const word = yield* state.askUnlimited("card", {
          nonce,
          purpose,
          today,
          ...(pin === undefined ? {} : { pin: redacted })
        })
        const forced = refusalOf(word, today)
        if (forced !== undefined) return yield* Effect.fail(forced)
        const reader = yield* Ref.get(state.reader)
        if (reader !== "ready") {
          return yield* Effect.fail(reader === "control-missing" ? new CardControlMissing() : new CardReaderMissing())
        }
        const key = yield* Ref.get(state.inserted)
        const world = yield* Ref.get(state.world)
        const made = key === undefined ? undefined : world.cards[key]
        if (key === undefined || made === undefined) return yield* Effect.fail(new CardMissing())
        yield* expectNew(state, nonce)
        yield* enterPin(state, key, made, pin)
        if (state.trouble.profile === "card-pulled-mid-read") {
          yield* Ref.set(state.inserted, undefined)
          return yield* Effect.fail(new CardMissing())
        }
        if (made.validTo < today) return yield* Effect.fail(new CardExpired({ validTo: made.validTo }))
        if (!made.trusted) return yield* Effect.fail(new CardNotTrusted())
        return cardOf(world, made)
      })
  }))
)

export type ScriptedCard = Card | CardRefusal | "unavailable"

/** Answers by a script alone, and tells what it was asked; PINs stay redacted as they came. */
export const scriptedService = (...answers: ReadonlyArray<ScriptedCard>) =>
  Effect.map(
    scripted<CardChallenge, Card, CardRefusal | Unavailable>(
      "card",
      answers.map((answer): Effect.Effect<Card, CardRefusal | Unavailable> => {
        if (typeof answer === "string") {
          knownWord("card", answer, ["unavailable"])
          return Effect.fail(new Unavailable({ port: "card" }))
        }
        return "_tag" in answer ? Effect.fail(answer) : Effect.succeed(answer)
      })
    ),
    ({ answer, asked }) => ({ service: CardReader.of({ authenticate: answer }), asked })
  )

export const script = (...answers: ReadonlyArray<ScriptedCard>): Layer.Layer<CardReader> =>
  Layer.effect(
    CardReader,
    Effect.map(scriptedService(...answers), ({ service }) => service)
  )
