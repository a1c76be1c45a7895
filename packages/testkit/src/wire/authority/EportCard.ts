import { cardOf } from "../../world/cardOf.js"
import type { World } from "../../world/World.js"
import type { Authority, CertificateSays } from "./Authority.js"
import { type KeyKind, type SigningKey, signingKey } from "./SigningKey.js"

/** China E-Port's extensions, and one of the examples' own arc that tells the kind, since no public text says which does. */
export const extensionOf = {
  enterpriseName: "1.3.6.1.4.1.5315.100.5.1",
  holderDocumentNumber: "1.3.6.1.4.1.5315.100.5.8",
  cardNumber: "1.3.6.1.4.1.5315.100.5.9",
  organizationCode: "1.3.6.1.4.1.5315.100.5.11",
  kind: "2.999.1"
} as const

/** A synthetic card as it leaves its maker: a key, a certificate and a PIN. */
export interface EportCard {
  /** What its maker was told to write on it. */
  readonly says: EportCardSays
  readonly number: string
  readonly pin: string
  readonly key: SigningKey
  readonly certificate: Buffer
}

export interface EportCardSays {
  readonly number: string
  readonly pin: string
  readonly enterpriseName: string
  readonly organizationCode: string
  readonly holderName?: string
  readonly holderDocumentNumber?: string
  readonly kind?: string
  readonly serial: string
  /** Last day, YYYYMMDD in China. */
  readonly validTo: string
}

export interface EportCardMaking {
  readonly key?: KeyKind
  readonly text?: "utf8" | "gbk"
  /** Newer certificates write the card's number with `03-` before it. */
  readonly prefixed?: boolean
  readonly notBefore?: Date
  /** Changes what the certificate says, after everything else. */
  readonly change?: (says: CertificateSays) => CertificateSays
}

/** The last second of a day in China. */
const endOf = (day: string): Date => new Date(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}T23:59:59+08:00`)

/** Makes a card and lets the authority certify it. */
export const makeEportCard = (authority: Authority, says: EportCardSays, making: EportCardMaking = {}): EportCard => {
  const { key: kind = "sm2", notBefore = new Date("2015-01-01T00:00:00Z"), prefixed = true, text = "utf8" } = making
  const key = signingKey(kind)
  const stated: CertificateSays = {
    commonName: says.holderName ?? says.enterpriseName,
    organizationalUnit: says.enterpriseName,
    serial: says.serial,
    notBefore,
    notAfter: endOf(says.validTo),
    text,
    extensions: [
      [extensionOf.enterpriseName, says.enterpriseName],
      ...(says.holderDocumentNumber === undefined
        ? []
        : [[extensionOf.holderDocumentNumber, says.holderDocumentNumber] as const]),
      [extensionOf.cardNumber, prefixed ? `03-${says.number}` : says.number],
      [extensionOf.organizationCode, says.organizationCode],
      ...(says.kind === undefined ? [] : [[extensionOf.kind, says.kind] as const])
    ]
  }
  const certificate = authority.issue((making.change ?? ((same) => same))(stated), key)
  return { says, number: says.number, pin: says.pin, key, certificate }
}

/** All cards of a world; those that it does not trust are certified by the stranger. */
export const cardsOf = (
  world: World,
  authority: Authority,
  stranger: Authority,
  making: (key: string) => EportCardMaking = () => ({})
): Readonly<Record<string, EportCard>> =>
  Object.fromEntries(
    Object.entries(world.cards).map(([key, made]) => {
      const { certificateSerial = "01", kind, ...card } = cardOf(world, made)
      const says = { ...card, pin: made.pin, serial: certificateSerial, ...(kind === "unknown" ? {} : { kind }) }
      return [key, makeEportCard(made.trusted ? authority : stranger, says, making(key))]
    })
  )
