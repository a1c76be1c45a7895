import {
  AttemptBudget,
  CardControlMissing,
  CardMissing,
  CardNotTrusted,
  CardPinLocked,
  CardPinWrong,
  CardReaderMissing,
  defaultPolicy,
  PersonFlow,
  type Refusal,
  rules,
  Unavailable,
  verifierUnavailable
} from "@single-window/core"
import { documentTypes } from "@single-window/core/identifiers"
import * as Arbitraries from "@single-window/testkit/arbitraries"
import * as Either from "effect/Either"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { pressed, valueOf } from "../../src/form/Form.js"
import type { Subject } from "../../src/screens/acting/subject.js"
import { cardItems } from "../../src/screens/journey/forms.js"
import {
  attemptsLeft,
  clock,
  initial,
  type JourneyState,
  refused,
  retryAt,
  wayOf
} from "../../src/screens/journey/model.js"
import { pinBlock, pinTyped } from "../../src/screens/journey/pin.js"

const subjectWith = (facts: Partial<Subject["facts"]>): Subject =>
  ({
    policy: defaultPolicy,
    today: "20261125",
    facts: { holderDocumentType: "resident-id", codesSent: [], attempts: {}, ...facts }
  }) as Subject

const atCard: JourneyState = { ...initial({ method: "ic-card" }), step: "card" }

const cardRefusals: ReadonlyArray<Refusal> = [
  new CardMissing(),
  new CardReaderMissing(),
  new CardControlMissing(),
  new CardPinLocked(),
  new CardNotTrusted(),
  verifierUnavailable(new Unavailable({ port: "card" })),
  new CardPinWrong({}),
  ...[1, 2, 3].map((attemptsLeft) => new CardPinWrong({ attemptsLeft }))
]
const cardRefusal: fc.Arbitrary<Refusal> = fc.constantFrom(...cardRefusals)

type Deed = "Enter" | "F5" | "F10" | { readonly typed: string }

describe("a PIN", () => {
  it("goes to the card once for each time that it was typed or wanted again, whatever is pressed and answered", () => {
    const deed: fc.Arbitrary<Deed> = fc.oneof(
      { weight: 4, arbitrary: fc.constant<Deed>("Enter") },
      { weight: 1, arbitrary: fc.constantFrom("F5" as const, "F10" as const) },
      { weight: 2, arbitrary: fc.constantFrom("1", "2", "12345678").map((typed): Deed => ({ typed })) }
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(deed, cardRefusal), { maxLength: 30 }), (deeds) => {
        let state = atCard
        let allowed = 0
        let sent = 0
        let atLast = false
        let consent = false
        for (const [one, answer] of deeds) {
          if (typeof one === "object") {
            const next = pressed(cardItems, state.card.form, { type: "text", text: one.typed })
            state = { ...state, card: pinTyped(state.card, next ?? state.card.form) }
            allowed = sent + 1
          } else if (one === "F5") {
            state = { ...state, card: { ...state.card, spent: false } }
            allowed = sent + 1
          } else if (one === "F10") {
            state = { ...state, card: { ...state.card, consent: true } }
            consent = true
          } else if (pinBlock(state.card) === undefined) {
            sent += 1
            expect(sent).toBeLessThanOrEqual(allowed)
            expect(valueOf(state.card.form, "pin")).not.toBe("")
            expect(atLast && !consent).toBe(false)
            state = refused(state, answer)
            consent = false
            if (answer._tag === "CardPinWrong") atLast = answer.attemptsLeft === 1
          }
        }
      }),
      { numRuns: 2000 }
    )
  })

  it("that was wrong is gone from the field; one that could not be asked about stays", () => {
    const typed = {
      ...atCard,
      card: pinTyped(
        atCard.card,
        pressed(cardItems, atCard.card.form, { type: "text", text: "1234" }) ?? atCard.card.form
      )
    }
    expect(valueOf(refused(typed, new CardPinWrong({ attemptsLeft: 2 })).card.form, "pin")).toBe("")
    expect(valueOf(refused(typed, new CardMissing()).card.form, "pin")).toBe("1234")
    expect(pinBlock(refused(typed, new CardMissing()).card)).toBe("spent")
  })
})

describe("what is left", () => {
  it("of the tries is what the front door would let be asked", () => {
    fc.assert(
      fc.property(
        Arbitraries.account(),
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: -3000, max: 3000 }),
        (account, count, minutes) => {
          const now = 1_795_000_000_000
          const attempts = { "account-holder/id-card": { count, since: now - minutes * 60_000 } }
          const left = attemptsLeft(subjectWith({ attempts }), "account-holder", "id-card", now)
          const may = AttemptBudget.check({ ...account, attempts }, "account-holder", "id-card", now, defaultPolicy)
          expect(left > 0).toBe(Either.isRight(may))
        }
      ),
      { numRuns: 300 }
    )
  })

  it("of the wait for a code is what the front door says", () => {
    const minutesAgo = fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 14 })
    fc.assert(
      fc.property(Arbitraries.account(), minutesAgo, (account, ago) => {
        const now = 1_795_000_000_000
        const smsSent = ago.map((minutes) => now - minutes * 60_000).sort((a, b) => a - b)
        const may = PersonFlow.mayRequestCode({ ...account, smsSent }, now, defaultPolicy)
        const shown = retryAt({ ...atCard, subject: subjectWith({ codesSent: smsSent }) }, now)
        expect(shown > now).toBe(Either.isLeft(may))
        if (Either.isLeft(may)) expect(shown).toBeGreaterThanOrEqual(may.left.retryAt)
      }),
      { numRuns: 500 }
    )
  })

  it("is told in minutes and seconds", () => {
    expect(clock(599_001)).toBe("10:00")
    expect(clock(61_000)).toBe("01:01")
    expect(clock(-5)).toBe("00:00")
  })
})

describe("how a person is checked", () => {
  it("is by bank card for every document but the resident ID, as the rule has it, and for a code that is under way", () => {
    for (const type of documentTypes) {
      const state: JourneyState = { ...initial({ method: "legal-representative" }), step: "legal-representative" }
      const way = wayOf(state, subjectWith({ representativeDocumentType: type }), "legal-representative", 0)
      expect(rules.VerificationChannel.channelsFor({ type, number: "" })[0]).toBe(way)
    }
    const code = { sentAt: 0, expiresAt: 10, attemptsLeft: 5 }
    const holder: JourneyState = { ...initial({ method: "bank-ukey" }), step: "account-holder" }
    expect(wayOf(holder, subjectWith({ code }), "bank-ukey", 5)).toBe("bank-card")
    expect(wayOf(holder, subjectWith({ code }), "bank-ukey", 10)).toBe("id-card")
    expect(wayOf(holder, subjectWith({}), "ic-card", 5)).toBe("identity")
  })
})
