import { CardReaderConformance, WorldSamples } from "@single-window/testkit/conformance"
import { VirtualCard, type VirtualCardOptions } from "@single-window/testkit/wire/virtual-card"
import { Effect } from "effect"
import { describe } from "vitest"
import { before2022, type CardKey, inHandLayer, readerLayer, there, today, useReader } from "./desk.js"

const { cardReader } = WorldSamples

const samples = (by: typeof today): CardReaderConformance.Samples<VirtualCard> => {
  const desk = <A>(act: (desk: VirtualCard["Type"]) => Effect.Effect<A>) => Effect.flatMap(VirtualCard, act)
  const sample = (key: CardKey, { pin, proves }: Pick<typeof cardReader.card, "pin" | "proves">) => ({
    pin,
    proves,
    insert: desk(({ insert }) => insert(by.card(key)))
  })
  return {
    card: sample("tongdaLegalPerson", cardReader.card),
    other: sample("xinghaiOperator", cardReader.other),
    unknownKind: sample("tongdaUnknown", cardReader.unknownKind ?? cardReader.card),
    expired: sample("tongdaExpired", cardReader.expired ?? cardReader.card),
    untrusted: sample("tongdaForged", cardReader.untrusted ?? cardReader.card),
    remove: desk(({ remove }) => remove),
    triesLeft: desk(({ triesLeft }) => triesLeft(by.card("tongdaLegalPerson"))),
    today: cardReader.today,
    outage: desk(({ fault }) => fault("error", "verify"))
  }
}

const live = { live: true, timeout: 20_000 }

const pieces: VirtualCardOptions = {
  layout: { fetch: true, exactLength: true, input: "text", certificate: { fid: "EF01" }, holder: { fid: "EF02" } }
}

CardReaderConformance.suite("smart card in hand, SM2", inHandLayer(), samples(today), live)
CardReaderConformance.suite(
  "smart card in hand, RSA, another profile, answers in pieces",
  inHandLayer(pieces, (options) => ({
    ...options,
    profile: {
      certificate: { fid: "EF01" },
      holder: { file: { fid: "EF02" } },
      sign: { input: "text", before: ["002241B603840101"] }
    }
  })),
  samples(before2022),
  live
)

describe.skipIf(!there)("in a reader", () => {
  useReader()
  CardReaderConformance.suite("smart card over PC/SC", readerLayer(), samples(today), live)
})
