import * as Either from "effect/Either"
import { Refused } from "../domain/Refused.js"
import { Verdict } from "../domain/Verdict.js"

/** Name, document, card and reserved mobile are not all this person's; which one is not said. */
export class BankCardNotMatched extends Refused("BankCardNotMatched")<{}>({ rules: ["R-61a"], remedies: ["Refill"] }) {}

/** The card is the person's, or may be, but cannot serve: `state` as the verifier says, or `not-supported`. */
export class BankCardUnusable extends Refused("BankCardUnusable")<{ state: string }>({
  rules: ["R-61a"],
  remedies: ["Refill"]
}) {}

type BankCardAnswer = Either.Either<void, BankCardNotMatched | BankCardUnusable>

const notMatched = (): BankCardAnswer => Either.left(new BankCardNotMatched())
const unusable = (state: string): BankCardAnswer => Either.left(new BankCardUnusable({ state }))

/** 请使用法定代表人个人银行卡 (R-61a): the card must be the person's own, so only a match of all four factors will do. */
export const judge: (verdict: Verdict) => BankCardAnswer = Verdict.$match({
  Match: () => Either.void,
  Mismatch: notMatched,
  MismatchOrNoRecord: notMatched,
  NoRecord: notMatched,
  InvalidInput: notMatched,
  NotSupported: () => unusable("not-supported"),
  Unusable: ({ state }) => unusable(state)
})
