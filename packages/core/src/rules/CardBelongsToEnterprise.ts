import * as Either from "effect/Either"
import type { Account } from "../domain/Account.js"
import type { Card } from "../domain/Card.js"
import { canonicalField, isBlankField, scopeOf, scopeOfOrganizationCode } from "../domain/Enterprise.js"
import { canonicalDocumentNumber } from "../domain/Holder.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"
import { personNameKey } from "../identifiers/index.js"

/** `because` tells a card of another enterprise from one of another person, which only policy minds. */
export class CardOfAnotherEnterprise extends Refused("CardOfAnotherEnterprise")<{ because: "enterprise" | "holder" }>({
  rules: ["R-41"],
  remedies: ["InsertCard"]
}) {}

/** A card that says nothing of its holder proves nothing about who holds it. */
const isHeldBy = (card: Card, { holder }: Account): boolean => {
  if (card.holderDocumentNumber !== undefined) {
    const number = canonicalDocumentNumber({ type: holder.document.type, number: card.holderDocumentNumber })
    if (number === "" || number !== canonicalDocumentNumber(holder.document)) return false
    return card.holderName === undefined || personNameKey(card.holderName) === personNameKey(holder.name)
  }
  return card.holderName !== undefined && personNameKey(card.holderName) === personNameKey(holder.name)
}

/**
 * 需使用本企业的卡介质，法人卡或操作员卡均可: the organization code on the card is the account's, whatever the card's kind; the name on it is a
 * second sign that is only reported (D6). An account without any code has nothing to compare, so no card is its own.
 */
export const check = (
  card: Card,
  account: Account,
  policy: Policy
): Either.Either<{ readonly nameDiffers: boolean }, CardOfAnotherEnterprise> => {
  if (scopeOfOrganizationCode(card.organizationCode) !== scopeOf(account.enterprise)) {
    return Either.left(new CardOfAnotherEnterprise({ because: "enterprise" }))
  }
  if (policy.certification.cardHolderMustBeAccountHolder && !isHeldBy(card, account)) {
    return Either.left(new CardOfAnotherEnterprise({ because: "holder" }))
  }
  const nameDiffers =
    !isBlankField(card.enterpriseName) &&
    canonicalField("name", card.enterpriseName) !== canonicalField("name", account.enterprise.name)
  return Either.right({ nameDiffers })
}
