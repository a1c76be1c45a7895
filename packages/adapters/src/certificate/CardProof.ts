import { type Card, type CardChallenge, CardExpired, type CardKind, chinaDate } from "@single-window/core"
import * as Data from "effect/Data"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import { type Certificate, parse } from "./Certificate.js"
import { eportSubject } from "./EportSubject.js"
import { type Accepts, acceptsKey, type Issuers, issuerOf, validOn } from "./Issuers.js"
import { isSignedBy } from "./signed.js"
import { derText } from "./text.js"

/** Which extension tells a legal-person card from an operator card; no public text says so, hence configuration and not code. */
export interface KindBy {
  readonly extension: string
  readonly legalPerson: ReadonlyArray<string>
  readonly operator: ReadonlyArray<string>
}

/** Whom and what to believe about a card. */
export interface CardTrust extends Accepts {
  readonly issuers: Issuers
  readonly kindBy?: KindBy | undefined
}

/** A card that is not believed; `because` is for staff and holds nothing of what the card says. */
export class CardDisbelieved extends Data.TaggedClass("CardDisbelieved")<{
  readonly because:
    | "certificate unreadable"
    | "not a signing certificate"
    | "key not accepted"
    | "signature over the challenge"
    | "issuer"
    | "not valid yet"
    | "subject"
    | "revoked"
}> {}

/** What a card signs: the nonce together with what it is for, so that no signature serves a second purpose. ASCII, one meaning. */
export const challengeText = ({ nonce, purpose }: Pick<CardChallenge, "nonce" | "purpose">): string =>
  `single-window card challenge\npurpose=${encodeURIComponent(purpose)}\nnonce=${encodeURIComponent(nonce)}`

const kindOf = ({ extensions }: Certificate, kindBy: KindBy | undefined): CardKind => {
  const said = Option.fromNullable(kindBy && extensions.get(kindBy.extension)).pipe(Option.flatMap(derText))
  if (kindBy === undefined || Option.isNone(said)) return "unknown"
  if (kindBy.legalPerson.includes(said.value)) return "legal-person"
  return kindBy.operator.includes(said.value) ? "operator" : "unknown"
}

export interface CardAnswer {
  /** DER. */
  readonly certificate: Uint8Array
  readonly signature: Uint8Array
}

const disbelieved = (because: CardDisbelieved["because"]) => Either.left(new CardDisbelieved({ because }))

/** A certificate whose key may sign, and is of a kind that is accepted. */
const signing = (trust: CardTrust, der: Uint8Array): Either.Either<Certificate, CardDisbelieved> => {
  const parsed = parse(der)
  if (Either.isLeft(parsed)) return disbelieved("certificate unreadable")
  const certificate = parsed.right
  if (certificate.isAuthority || !certificate.maySign) return disbelieved("not a signing certificate")
  return acceptsKey(trust, certificate) ? Either.right(certificate) : disbelieved("key not accepted")
}

/** Whether a member of the set issued it, and it holds today. */
const holding = (
  trust: CardTrust,
  today: string,
  certificate: Certificate
): Either.Either<Certificate, CardDisbelieved | CardExpired> => {
  if (Option.isNone(issuerOf(trust.issuers, certificate, today, trust))) return disbelieved("issuer")
  const validity = validOn(today, certificate)
  if (validity === "expired") return Either.left(new CardExpired({ validTo: chinaDate(certificate.notAfter) }))
  return validity === "early" ? disbelieved("not valid yet") : Either.right(certificate)
}

/** What can be said of a certificate before its card has signed anything: it proves nothing yet, but a PIN would be wasted on any other. */
export const presentable = (
  trust: CardTrust,
  today: string,
  der: Uint8Array
): Either.Either<Certificate, CardDisbelieved | CardExpired> =>
  Either.flatMap(signing(trust, der), (certificate) => holding(trust, today, certificate))

/**
 * What a card proves: its certificate was issued by a member of the set and holds today, and its key signed our own
 * challenge. Everything about enterprise and holder comes from the certificate, nothing from whoever handed it over.
 */
export const prove = (
  trust: CardTrust,
  challenge: Pick<CardChallenge, "nonce" | "purpose" | "today">,
  { certificate: der, signature }: CardAnswer
): Either.Either<Card, CardDisbelieved | CardExpired> => {
  const read = signing(trust, der)
  if (Either.isLeft(read)) return Either.left(read.left)
  const certificate = read.right
  const text = Buffer.from(challengeText(challenge))
  if (!trust.algorithms.some((algorithm) => isSignedBy(certificate.key, algorithm, text, signature)))
    return disbelieved("signature over the challenge")
  const held = holding(trust, challenge.today, certificate)
  if (Either.isLeft(held)) return Either.left(held.left)
  const subject = eportSubject(certificate)
  if (Option.isNone(subject)) return disbelieved("subject")
  const { cardNumber, enterpriseName, holderDocumentNumber, holderName, organizationCode } = subject.value
  return Either.right({
    number: cardNumber,
    kind: kindOf(certificate, trust.kindBy),
    organizationCode,
    enterpriseName,
    ...(holderName === undefined ? {} : { holderName }),
    ...(holderDocumentNumber === undefined ? {} : { holderDocumentNumber }),
    certificateSerial: certificate.serial,
    validTo: chinaDate(certificate.notAfter)
  })
}
