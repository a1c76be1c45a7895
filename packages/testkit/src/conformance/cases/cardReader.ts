import { type Card, CardReader, type CardRefusal, type Unavailable } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { Case } from "./Case.js"
import { given } from "./given.js"
import { expect, shown } from "./Violation.js"

/** A card that lies ready, and what it proves. */
export interface CardSample<R> {
  readonly insert: Effect.Effect<void, unknown, R>
  readonly pin: string
  readonly proves: Card
}

export interface Samples<R = never> {
  readonly card: CardSample<R>
  /** A card of another enterprise. */
  readonly other: CardSample<R>
  /** A card that does not say its kind. */
  readonly unknownKind?: CardSample<R>
  readonly expired?: CardSample<R>
  /** A card whose chain or signature does not hold. */
  readonly untrusted?: CardSample<R>
  readonly remove: Effect.Effect<void, unknown, R>
  /** Tries left on the first card, from full to locked. */
  readonly triesLeft: Effect.Effect<number, unknown, R>
  /** YYYYMMDD, a day on which all but the expired card are valid. */
  readonly today: string
  /** Breaks the link to the reader for the next question. */
  readonly outage?: Effect.Effect<void, unknown, R>
  readonly controlMissing?: Effect.Effect<void, unknown, R>
  readonly readerMissing?: Effect.Effect<void, unknown, R>
}

type Said = Card | CardRefusal | Unavailable

const tagOf = (said: Said): string => ("_tag" in said ? said._tag : "Card")

export const cases = <R = never>(samples: Samples<R>): ReadonlyArray<Case<CardReader | R>> => {
  const { card, other } = samples
  let nonces = 0
  const authenticate = (pin: string): Effect.Effect<Said, never, CardReader> =>
    Effect.flatMap(CardReader, (reader) =>
      Effect.merge(
        Effect.suspend(() =>
          reader.authenticate({
            nonce: (++nonces).toString(16).padStart(32, "0"),
            purpose: "conformance",
            pin: Redacted.make(pin),
            today: samples.today
          })
        )
      )
    )
  const says = (pin: string, ...allowed: ReadonlyArray<string>) =>
    Effect.flatMap(authenticate(pin), (said) =>
      expect(allowed.includes(tagOf(said)), `${shown(said)} in place of ${allowed.join(" or ")}`)
    )
  const proves = (sample: CardSample<R>) =>
    Effect.flatMap(authenticate(sample.pin), (said) =>
      expect(
        tagOf(said) === "Card" &&
          Object.entries(sample.proves).every(([field, value]) => said[field as never] === value),
        `${shown(said)} in place of ${shown(sample.proves)}`
      )
    )
  const wrongPin = card.pin === "00000001" ? "00000002" : "00000001"
  const refusal = (name: Case<unknown>["name"], sample: CardSample<R> | undefined, tag: string) =>
    given(
      sample,
      ({ insert, pin }): ReadonlyArray<Case<CardReader | R>> => [{ name, run: Effect.zipRight(insert, says(pin, tag)) }]
    )
  const without = (name: Case<unknown>["name"], happens: Effect.Effect<void, unknown, R> | undefined, tag: string) =>
    given(
      happens,
      (broken): ReadonlyArray<Case<CardReader | R>> => [
        { name, run: card.insert.pipe(Effect.zipRight(broken), Effect.zipRight(says(card.pin, tag))) }
      ]
    )

  return [
    {
      name: "MUST say of the inserted card what its certificate says",
      run: Effect.zipRight(card.insert, proves(card))
    },
    {
      name: "MUST answer CardMissing when no card is inserted",
      run: Effect.gen(function* () {
        yield* says(card.pin, "CardMissing")
        yield* card.insert
        yield* samples.remove
        yield* says(card.pin, "CardMissing")
      })
    },
    {
      name: "MUST NOT answer with a card that was taken out for another",
      run: Effect.gen(function* () {
        yield* card.insert
        yield* proves(card)
        yield* other.insert
        yield* proves(other)
        yield* card.insert
        yield* proves(card)
      })
    },
    {
      name: "MUST NOT answer with a card when the PIN is wrong",
      run: Effect.gen(function* () {
        yield* card.insert
        yield* says(wrongPin, "CardPinWrong")
        yield* proves(card)
      })
    },
    {
      name: "MUST spend one try for one wrong PIN, and none for a right one",
      run: Effect.gen(function* () {
        yield* card.insert
        const full = yield* samples.triesLeft
        yield* authenticate(wrongPin)
        const after = yield* samples.triesLeft
        yield* expect(full - after === 1, `${full - after} tries were spent`)
        yield* proves(card)
        yield* expect((yield* samples.triesLeft) >= after, "a right PIN spent a try")
      })
    },
    {
      name: "MUST answer CardPinLocked once the tries are spent, and MUST NOT accept the right PIN then",
      run: Effect.gen(function* () {
        yield* card.insert
        for (let left = yield* samples.triesLeft; left > 1; left--) yield* says(wrongPin, "CardPinWrong")
        yield* says(wrongPin, "CardPinWrong", "CardPinLocked")
        yield* says(card.pin, "CardPinLocked")
      })
    },
    {
      name: "MUST count the tries that are left rightly, where it says them",
      run: Effect.gen(function* () {
        yield* card.insert
        const said = yield* authenticate(wrongPin)
        const left = yield* samples.triesLeft
        const told = tagOf(said) === "CardPinWrong" && "attemptsLeft" in said ? said.attemptsLeft : left
        yield* expect(told === left, `said ${told} where ${left} are left`)
      })
    },
    ...given(samples.unknownKind, (unknownKind) => [
      {
        name: "MUST NOT make a legal-person card out of one that does not say its kind",
        run: Effect.zipRight(unknownKind.insert, proves(unknownKind))
      }
    ]),
    ...refusal("MUST answer CardExpired when the certificate has run out", samples.expired, "CardExpired"),
    ...refusal("MUST NOT trust a card whose chain or signature does not hold", samples.untrusted, "CardNotTrusted"),
    ...without(
      "MUST answer CardControlMissing when the control is not there",
      samples.controlMissing,
      "CardControlMissing"
    ),
    ...without("MUST answer CardReaderMissing when there is no reader", samples.readerMissing, "CardReaderMissing"),
    ...given(samples.outage, (outage) => [
      {
        name: "MUST fail with Unavailable when the link breaks, and MUST NOT send the PIN again by itself",
        run: Effect.gen(function* () {
          yield* card.insert
          const full = yield* samples.triesLeft
          yield* outage
          yield* says(wrongPin, "Unavailable")
          const spent = full - (yield* samples.triesLeft)
          yield* expect(spent <= 1, `${spent} tries were spent`)
        })
      }
    ])
  ]
}
