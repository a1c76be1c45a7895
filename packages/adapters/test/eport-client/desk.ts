import { type EportClientOptions, layer } from "@single-window/adapters/eport-client"
import type { CardChallenge } from "@single-window/core"
import { CardReader } from "@single-window/core"
import { Personas } from "@single-window/testkit"
import { cardsOf, extensionOf, type KeyKind, makeAuthority } from "@single-window/testkit/wire/authority"
import { EportControl, type EportControlOptions, start } from "@single-window/testkit/wire/eport-control"
import { Effect, Layer, Logger, Redacted } from "effect"

export type CardKey = Personas.CardPersonaName

const stranger = makeAuthority("sm2", { commonName: "另一家证书管理中心" })

/** One authority with the cards of the personas' world, which it certified. */
const cardsBy = (kind: KeyKind, text: "utf8" | "gbk") => {
  const authority = makeAuthority(kind)
  const cards = cardsOf(Personas.personasWorld, authority, stranger, () => ({
    key: kind,
    text,
    prefixed: text === "utf8"
  }))
  return { authority, card: (key: CardKey) => cards[key] ?? raise(key) }
}

const raise = (key: string): never => {
  throw new Error(`no card ${key}`)
}

/** Cards as they are made today, and as they were before July 2022. */
export const today = cardsBy("sm2", "utf8")
export const before2022 = cardsBy("rsa-sha1", "gbk")

export const clientOptions = (url: string): EportClientOptions => ({
  url,
  issuers: [today.authority.pem, before2022.authority.certificate],
  kindBy: { extension: extensionOf.kind, legalPerson: ["legal-person"], operator: ["operator"] }
})

/** A control on a free port and the client that asks it. */
export const deskLayer = (
  control: EportControlOptions = {},
  client: (options: EportClientOptions) => EportClientOptions = (options) => options
) =>
  Layer.unwrapScoped(
    Effect.map(start(control), (desk) =>
      Layer.mergeAll(
        Layer.succeed(EportControl, desk),
        layer(client(clientOptions(desk.url))),
        Logger.remove(Logger.defaultLogger)
      )
    )
  )

let nonces = 0
export const challenge = (pin?: string, change: Partial<CardChallenge> = {}): CardChallenge => ({
  nonce: (++nonces).toString(16).padStart(32, "0"),
  purpose: "certify",
  today: "20220510",
  ...(pin === undefined ? {} : { pin: Redacted.make(pin) }),
  ...change
})

/** What the reader says, as a card or as the tag of its refusal. */
export const said = (asked: CardChallenge) =>
  Effect.flatMap(CardReader, (reader) =>
    Effect.match(reader.authenticate(asked), { onSuccess: ({ number }) => number, onFailure: ({ _tag }) => _tag })
  )
