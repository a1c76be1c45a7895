import * as Either from "effect/Either"
import { type JourneyState, methodOf } from "../domain/Journey.js"
import { Refused } from "../domain/Refused.js"

/** A step of a journey, by what it proves. */
export type Step = "enterprise" | "legal-representative" | "account-holder" | "card" | "bank"

export class StepOutOfOrder extends Refused("StepOutOfOrder")<{ expected: string }>({ rules: ["R-50"] }) {}

/** The one step that a journey waits for. */
export const expectedStep = (state: JourneyState): Step => {
  switch (state._tag) {
    case "AwaitingCard":
      return "card"
    case "AwaitingBank":
      return "bank"
    case "AwaitingEnterprise":
      return "enterprise"
    case "AwaitingLegalRepresentative":
      return "legal-representative"
    case "AwaitingCardHolderIdentity":
    case "AwaitingAccountHolder":
    case "AwaitingBankHolder":
      return "account-holder"
  }
}

/**
 * 核验企业信息、核验法定代表人身份信息、核验账号归属人身份信息，缺一不可: in this order, none left out. Going back to the first step is allowed, and
 * reopens those after it.
 */
export const check = (state: JourneyState, step: Step): Either.Either<JourneyState, StepOutOfOrder> => {
  const expected = expectedStep(state)
  const back = step === "enterprise" && methodOf(state) === "legal-representative"
  return step === expected || back ? Either.right(state) : Either.left(new StepOutOfOrder({ expected }))
}
