import { CardReaderConformance, WorldSamples } from "@single-window/testkit/conformance"
import { EportControl } from "@single-window/testkit/wire/eport-control"
import { Effect } from "effect"
import { before2022, type CardKey, deskLayer, today } from "./desk.js"

const { cardReader } = WorldSamples

const samples = (by: typeof today): CardReaderConformance.Samples<EportControl> => {
  const desk = <A>(act: (desk: EportControl["Type"]) => Effect.Effect<A>) => Effect.flatMap(EportControl, act)
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
    outage: desk(({ fault }) => fault("reset", "SpcVerifyPIN")),
    controlMissing: desk(({ quit }) => quit),
    readerMissing: desk(({ setReader }) => setReader("missing"))
  }
}

const live = { live: true, timeout: 10_000 }

CardReaderConformance.suite("client control, SM2 cards", deskLayer(), samples(today), live)
CardReaderConformance.suite(
  "client control, RSA cards with names in GBK, the older name space, signatures in DER",
  deskLayer({ prefix: "security_", signatureForm: "der" }, (options) => ({ ...options, prefix: "security_" })),
  samples(before2022),
  live
)
