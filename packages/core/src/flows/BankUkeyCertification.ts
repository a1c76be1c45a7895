import * as Either from "effect/Either"
import type { Account } from "../domain/Account.js"
import type { BankAnswer } from "../domain/BankAnswer.js"
import type { JourneyState } from "../domain/Journey.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"
import { BankAnswerScope, CertificationCompleteness } from "../rules/index.js"
import type { AccountEvent } from "./AccountEvent.js"
import { granted } from "./Certification.js"

/** What came back was not signed by that bank, or is not about this request. */
export class BankReturnNotTrusted extends Refused("BankReturnNotTrusted")<{}>({
  rules: ["R-66", "R-70"],
  remedies: ["UseBankUkey", "UseIcCard"]
}) {}
export class BankReturnReplayed extends Refused("BankReturnReplayed")<{}>({
  rules: ["R-70"],
  remedies: ["UseBankUkey"]
}) {}
export class BankReturnExpired extends Refused("BankReturnExpired")<{}>({
  rules: ["R-70"],
  remedies: ["UseBankUkey"]
}) {}
export class BankDeclined extends Refused("BankDeclined")<{}>({
  rules: ["R-70"],
  remedies: ["UseIcCard", "UseLegalRepresentative"]
}) {}

export type BankReturnRefusal =
  | BankReturnNotTrusted
  | BankReturnReplayed
  | BankReturnExpired
  | BankDeclined
  | BankAnswerScope.BankEnterpriseDiffers

export interface BankOutcome {
  readonly events: ReadonlyArray<AccountEvent>
  readonly refused?: BankReturnRefusal
  readonly nameDiffers?: boolean
}

/**
 * What a bank's signed answer leads to. It counts only for the request that is open: same account, bank and nonce, not expired,
 * not answered before. The enterprise facet is then proven; the holder's comes next unless it stands already, since the
 * manual's five steps never show the holder.
 */
export const decide = (
  account: Account,
  state: Extract<JourneyState, { readonly _tag: "AwaitingBank" }>,
  answer: BankAnswer,
  now: number,
  policy: Policy
): BankOutcome => {
  const bound =
    answer.requestId === state.requestId &&
    answer.nonce === state.nonce &&
    answer.bank === state.bank &&
    answer.account === account.id
  if (!bound) return { events: [], refused: new BankReturnNotTrusted() }
  if (state.requestExpiresAt <= now) return { events: [], refused: new BankReturnExpired() }
  const turnedDown: AccountEvent = { _tag: "BankDeclinedRequest", bank: state.bank, requestId: state.requestId }
  if (answer.outcome === "declined") return { events: [turnedDown], refused: new BankDeclined() }
  const scope = BankAnswerScope.check(answer.enterprise, account.enterprise)
  if (Either.isLeft(scope)) return { events: [turnedDown], refused: scope.left }
  const answered: AccountEvent = {
    _tag: "BankAnswered",
    bank: state.bank,
    requestId: state.requestId,
    bankSerial: answer.bankSerial,
    enterprise: account.enterprise
  }
  const holderStood = !CertificationCompleteness.missingFacets(account.certification).includes("holder")
  const complete = holderStood || policy.certification.bankUkeyCompletesBothFacets
  return {
    events: complete ? [answered, granted("bank-ukey", state, policy, holderStood)] : [answered],
    nameDiffers: scope.right.nameDiffers
  }
}

/** Whether a signed answer is one that was used before. */
export const isReplay = (account: Account, answer: BankAnswer): boolean =>
  account.answeredBankRequests.includes(answer.requestId)
