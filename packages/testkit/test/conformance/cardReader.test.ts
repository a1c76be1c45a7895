import { CardMissing, CardNotTrusted, CardPinWrong, CardReader } from "@single-window/core"
import { Effect, Redacted } from "effect"
import * as Conformance from "../../src/conformance/index.js"
import { personasWorld } from "../../src/personas/index.js"
import * as World from "../../src/world/index.js"
import { provesItCanFail, spoiled } from "./planted.js"

const { WorldSamples } = Conformance

type Read = CardReader["Type"]["authenticate"]
const reader = (spoil: (good: Read) => Read) =>
  spoiled(CardReader, ({ authenticate }) => ({ authenticate: spoil(authenticate) }))

/** Another nonce, since a card signs each only once. */
const freshly = (challenge: Parameters<Read>[0], mark: string) => ({ ...challenge, nonce: `${challenge.nonce}${mark}` })

const pinWrong = "MUST NOT answer with a card when the PIN is wrong"
const oneTry = "MUST spend one try for one wrong PIN, and none for a right one"
const taken = "MUST NOT answer with a card that was taken out for another"
const links = "MUST fail with Unavailable when the link breaks, and MUST NOT send the PIN again by itself"

provesItCanFail("CardReader", Conformance.CardReaderConformance.cases(WorldSamples.cardReader), [
  {
    defect: "no card can be read",
    caughtBy: "MUST say of the inserted card what its certificate says",
    layer: reader(() => () => Effect.fail(new CardNotTrusted()))
  },
  {
    defect: "the holder's name and the enterprise's are mixed up",
    caughtBy: "MUST say of the inserted card what its certificate says",
    layer: reader(
      (good) => (challenge) =>
        Effect.map(good(challenge), (card) => ({
          ...card,
          enterpriseName: card.holderName ?? "",
          holderName: card.enterpriseName
        }))
    )
  },
  {
    defect: "a card that was taken out still answers",
    caughtBy: "MUST answer CardMissing when no card is inserted",
    layer: reader(
      (good) => (challenge) => Effect.catchTag(good(challenge), "CardMissing", () => Effect.fail(new CardNotTrusted()))
    )
  },
  {
    defect: "the first card that was read answers for all",
    caughtBy: taken,
    layer: reader((good) => {
      let first: Effect.Effect.Success<ReturnType<Read>> | undefined
      return (challenge) =>
        Effect.map(good(challenge), (card) => {
          first ??= card
          return first
        })
    })
  },
  {
    defect: "the PIN is not looked at",
    caughtBy: pinWrong,
    layer: reader(
      (good) =>
        ({ pin: _, ...challenge }) =>
          good(challenge)
    )
  },
  {
    defect: "a wrong PIN is tried again",
    caughtBy: oneTry,
    layer: reader(
      (good) => (challenge) => Effect.catchTag(good(challenge), "CardPinWrong", () => good(freshly(challenge, "a")))
    )
  },
  {
    defect: "the factory PIN is tried first",
    caughtBy: oneTry,
    layer: reader(
      (good) => (challenge) =>
        Effect.catchTag(
          good({ ...freshly(challenge, "b"), pin: Redacted.make(World.factoryPin) }),
          "CardPinWrong",
          () => good(challenge)
        )
    )
  },
  {
    defect: "a locked card opens to the right PIN",
    caughtBy: "MUST answer CardPinLocked once the tries are spent, and MUST NOT accept the right PIN then",
    layer: reader(
      (good) => (challenge) =>
        Effect.catchTag(good(challenge), "CardPinLocked", () =>
          challenge.pin !== undefined && Redacted.value(challenge.pin) === WorldSamples.cardReader.card.pin
            ? Effect.succeed(WorldSamples.cardReader.card.proves)
            : Effect.fail(new CardPinWrong({}))
        )
    )
  },
  {
    defect: "the tries left are one too many",
    caughtBy: "MUST count the tries that are left rightly, where it says them",
    layer: reader(
      (good) => (challenge) =>
        Effect.catchTag(good(challenge), "CardPinWrong", ({ attemptsLeft }) =>
          Effect.fail(new CardPinWrong(attemptsLeft === undefined ? {} : { attemptsLeft: attemptsLeft + 1 }))
        )
    )
  },
  {
    defect: "an unknown kind is taken for a legal-person card",
    caughtBy: "MUST NOT make a legal-person card out of one that does not say its kind",
    layer: reader(
      (good) => (challenge) =>
        Effect.map(good(challenge), (card) => ({ ...card, kind: card.kind === "unknown" ? "legal-person" : card.kind }))
    )
  },
  {
    defect: "an expired certificate is accepted",
    caughtBy: "MUST answer CardExpired when the certificate has run out",
    layer: reader((good) => (challenge) => good({ ...challenge, today: "20000101" }))
  },
  {
    defect: "the chain is not checked",
    caughtBy: "MUST NOT trust a card whose chain or signature does not hold",
    layer: reader(
      (good) => (challenge) =>
        Effect.catchTag(good(challenge), "CardNotTrusted", () => {
          const forged = personasWorld.cards.tongdaForged
          return Effect.succeed(World.cardOf(personasWorld, forged))
        })
    )
  },
  {
    defect: "a missing control is taken for a missing card",
    caughtBy: "MUST answer CardControlMissing when the control is not there",
    layer: reader(
      (good) => (challenge) =>
        Effect.catchTag(good(challenge), "CardControlMissing", () => Effect.fail(new CardMissing()))
    )
  },
  {
    defect: "a missing reader is taken for a missing card",
    caughtBy: "MUST answer CardReaderMissing when there is no reader",
    layer: reader(
      (good) => (challenge) =>
        Effect.catchTag(good(challenge), "CardReaderMissing", () => Effect.fail(new CardMissing()))
    )
  },
  {
    defect: "a broken link is taken for a wrong PIN",
    caughtBy: links,
    layer: reader(
      (good) => (challenge) => Effect.catchTag(good(challenge), "Unavailable", () => Effect.fail(new CardPinWrong({})))
    )
  },
  {
    defect: "the PIN is sent again after a broken link",
    caughtBy: links,
    layer: reader(
      (good) => (challenge) =>
        Effect.catchTag(good(challenge), "Unavailable", (error) =>
          Effect.forEach(["c", "d"], (mark) => Effect.ignore(good(freshly(challenge, mark)))).pipe(
            Effect.zipRight(Effect.fail(error))
          )
        )
    )
  }
])
