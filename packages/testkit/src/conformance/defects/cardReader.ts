import { CardMissing, CardNotTrusted, CardPinWrong, CardReader } from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { personasWorld } from "../../personas/index.js"
import * as World from "../../world/index.js"
import { cases } from "../cases/cardReader.js"
import * as WorldSamples from "../cases/worldSamples.js"
import { planted, says } from "./Planted.js"
import { spoiled } from "./spoiled.js"

type Read = CardReader["Type"]["authenticate"]
const reader = (spoil: (good: Read) => Read) =>
  spoiled(CardReader, ({ authenticate }) => ({ authenticate: spoil(authenticate) }))

/** Another nonce, since a card signs each only once. */
const freshly = (challenge: Parameters<Read>[0], mark: string) => ({ ...challenge, nonce: `${challenge.nonce}${mark}` })

const pinWrong = "MUST NOT answer with a card when the PIN is wrong"
const oneTry = "MUST spend one try for one wrong PIN, and none for a right one"
const taken = "MUST NOT answer with a card that was taken out for another"
const links = "MUST fail with Unavailable when the link breaks, and MUST NOT send the PIN again by itself"

export const cardReader = planted("CardReader", cases(WorldSamples.cardReader), [
  {
    defect: says("任何卡都读不了", "no card can be read"),
    caughtBy: ["MUST say of the inserted card what its certificate says"],
    layer: reader(() => () => Effect.fail(new CardNotTrusted()))
  },
  {
    defect: says("归属人姓名与企业名称错位", "the holder's name and the enterprise's are mixed up"),
    caughtBy: ["MUST say of the inserted card what its certificate says"],
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
    defect: says("没有卡时说成卡不可信", "a missing card is called untrusted"),
    caughtBy: ["MUST answer CardMissing when no card is inserted"],
    layer: reader(
      (good) => (challenge) => Effect.catchTag(good(challenge), "CardMissing", () => Effect.fail(new CardNotTrusted()))
    )
  },
  {
    defect: says("先读的卡代替后来的卡作答", "the first card that was read answers for all"),
    caughtBy: [taken],
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
    defect: says("不看卡密码", "the PIN is not looked at"),
    caughtBy: [pinWrong],
    layer: reader(
      (good) =>
        ({ pin: _, ...challenge }) =>
          good(challenge)
    )
  },
  {
    defect: says("错误的卡密码再送一次", "a wrong PIN is tried again"),
    caughtBy: [oneTry],
    layer: reader(
      (good) => (challenge) => Effect.catchTag(good(challenge), "CardPinWrong", () => good(freshly(challenge, "a")))
    )
  },
  {
    defect: says("先试出厂密码", "the factory PIN is tried first"),
    caughtBy: [oneTry],
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
    defect: says("已锁定的卡遇正确密码又能用", "a locked card opens to the right PIN"),
    caughtBy: ["MUST answer CardPinLocked once the tries are spent, and MUST NOT accept the right PIN then"],
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
    defect: says("剩余次数多报一次", "the tries left are one too many"),
    caughtBy: ["MUST count the tries that are left rightly, where it says them"],
    layer: reader(
      (good) => (challenge) =>
        Effect.catchTag(good(challenge), "CardPinWrong", ({ attemptsLeft }) =>
          Effect.fail(new CardPinWrong(attemptsLeft === undefined ? {} : { attemptsLeft: attemptsLeft + 1 }))
        )
    )
  },
  {
    defect: says("类别不明的卡当作法人卡", "an unknown kind is taken for a legal-person card"),
    caughtBy: ["MUST NOT make a legal-person card out of one that does not say its kind"],
    layer: reader(
      (good) => (challenge) =>
        Effect.map(good(challenge), (card) => ({ ...card, kind: card.kind === "unknown" ? "legal-person" : card.kind }))
    )
  },
  {
    defect: says("接受过期的证书", "an expired certificate is accepted"),
    caughtBy: ["MUST answer CardExpired when the certificate has run out"],
    layer: reader((good) => (challenge) => good({ ...challenge, today: "20000101" }))
  },
  {
    defect: says("不验证书链", "the chain is not checked"),
    caughtBy: ["MUST NOT trust a card whose chain or signature does not hold"],
    layer: reader(
      (good) => (challenge) =>
        Effect.catchTag(good(challenge), "CardNotTrusted", () => {
          const forged = personasWorld.cards.tongdaForged
          return Effect.succeed(World.cardOf(personasWorld, forged))
        })
    )
  },
  {
    defect: says("控件缺失说成没有插卡", "a missing control is taken for a missing card"),
    caughtBy: ["MUST answer CardControlMissing when the control is not there"],
    layer: reader(
      (good) => (challenge) =>
        Effect.catchTag(good(challenge), "CardControlMissing", () => Effect.fail(new CardMissing()))
    )
  },
  {
    defect: says("读卡器缺失说成没有插卡", "a missing reader is taken for a missing card"),
    caughtBy: ["MUST answer CardReaderMissing when there is no reader"],
    layer: reader(
      (good) => (challenge) =>
        Effect.catchTag(good(challenge), "CardReaderMissing", () => Effect.fail(new CardMissing()))
    )
  },
  {
    defect: says("连接中断说成密码错误", "a broken link is taken for a wrong PIN"),
    caughtBy: [links],
    layer: reader(
      (good) => (challenge) => Effect.catchTag(good(challenge), "Unavailable", () => Effect.fail(new CardPinWrong({})))
    )
  },
  {
    defect: says("连接中断后自动重送密码", "the PIN is sent again after a broken link"),
    caughtBy: [links],
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
