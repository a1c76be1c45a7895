import {
  type BankCode,
  banks,
  type Card,
  CardKind,
  type Enterprise,
  type Journey,
  type JourneyState,
  type PendingCode,
  type PersonState
} from "@single-window/core"
import * as fc from "fast-check"
import { bankCardNumber } from "./bankCardNumber.js"
import { calendarDate } from "./calendarDate.js"
import { enterprise } from "./enterprise.js"
import { document } from "./holder.js"
import { mobileNumber } from "./mobileNumber.js"
import { personName } from "./personName.js"

const MINUTE = 60_000

/** An instant within 2022, to the millisecond. */
export const instant: fc.Arbitrary<number> = fc.integer({
  min: Date.UTC(2022, 0, 1),
  max: Date.UTC(2022, 11, 31, 23, 59, 59, 999)
})

const hex = (characters: number): fc.Arbitrary<string> =>
  fc.hexaString({ minLength: characters, maxLength: characters })

export const bankCode: fc.Arbitrary<BankCode> = fc.constantFrom(...banks.map(({ code }) => code))

/** What a card of this enterprise proves. */
export const cardOf = (of: Enterprise): fc.Arbitrary<Card> =>
  fc.record(
    {
      number: fc.integer({ min: 0, max: 9_999_999 }).map((number) => `JJ9999${String(number).padStart(7, "0")}`),
      kind: fc.constantFrom(...CardKind.literals),
      organizationCode: fc.constant(of.organizationCode),
      enterpriseName: fc.constant(of.name),
      holderName: personName,
      holderDocumentNumber: document.map(({ number }) => number),
      certificateSerial: hex(16),
      validTo: calendarDate("20220601", "20401231")
    },
    { requiredKeys: ["number", "kind", "organizationCode", "enterpriseName", "validTo"] }
  )

export const card: fc.Arbitrary<Card> = enterprise.chain(cardOf)

/** A code that was sent at some time and lives for five minutes. */
export const pendingCode: fc.Arbitrary<PendingCode> = fc
  .record({
    cardNumber: bankCardNumber,
    mobile: mobileNumber,
    codeHash: hex(64),
    sentAt: instant,
    attemptsLeft: fc.integer({ min: 0, max: 5 })
  })
  .map((sent) => ({ ...sent, expiresAt: sent.sentAt + 5 * MINUTE }))

export const personState: fc.Arbitrary<PersonState> = fc.record({ pending: pendingCode }, { requiredKeys: [] })

type States = {
  readonly [Tag in JourneyState["_tag"]]: fc.Arbitrary<Extract<JourneyState, { readonly _tag: Tag }>>
}

const tagged = <Tag extends string>(tag: Tag) => fc.constant(tag)

/** By tag, so that a new state does not compile until it can be drawn; every value in it is the enterprise's own. */
const statesOf = (of: Enterprise): States => {
  const same = fc.constant(of)
  const checked = {
    enterprise: same,
    legalRepresentative: fc.record({ name: fc.constant(of.legalRepresentativeName), document }),
    person: personState
  }
  return {
    AwaitingCard: fc.record({ _tag: tagged("AwaitingCard") }),
    AwaitingCardHolderIdentity: fc.record({
      _tag: tagged("AwaitingCardHolderIdentity"),
      card: cardOf(of),
      enterprise: same,
      person: personState
    }),
    AwaitingEnterprise: fc.record({ _tag: tagged("AwaitingEnterprise") }),
    AwaitingLegalRepresentative: fc.record({ _tag: tagged("AwaitingLegalRepresentative"), ...checked }),
    AwaitingAccountHolder: fc.record({ _tag: tagged("AwaitingAccountHolder"), ...checked }),
    AwaitingBank: fc.record({
      _tag: tagged("AwaitingBank"),
      bank: bankCode,
      requestId: hex(32),
      nonce: hex(32),
      requestExpiresAt: instant,
      enterprise: same
    }),
    AwaitingBankHolder: fc.record({
      _tag: tagged("AwaitingBankHolder"),
      bank: bankCode,
      bankSerial: hex(12),
      enterprise: same,
      person: personState
    })
  }
}

/** Any state of a journey of this enterprise's account. */
export const journeyStateOf = (of: Enterprise): fc.Arbitrary<JourneyState> =>
  fc.oneof(...Object.values<fc.Arbitrary<JourneyState>>(statesOf(of)))

export const journeyState: fc.Arbitrary<JourneyState> = enterprise.chain(journeyStateOf)

/** A journey of thirty minutes. */
export const journeyOf = (of: Enterprise): fc.Arbitrary<Journey> =>
  fc
    .record({ id: hex(16).map((id) => `journey-${id}`), startedAt: instant, state: journeyStateOf(of) })
    .map((journey) => ({ ...journey, expiresAt: journey.startedAt + 30 * MINUTE }))

export const journey: fc.Arbitrary<Journey> = enterprise.chain(journeyOf)
