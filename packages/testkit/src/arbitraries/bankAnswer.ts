import type { BankAnswer, BankRequest } from "@single-window/core"
import * as fc from "fast-check"
import { accountId } from "./account.js"
import { enterprise } from "./enterprise.js"
import { bankCode, instant } from "./journey.js"

const hex = (characters: number) => fc.hexaString({ minLength: characters, maxLength: characters })

/** What the person is sent to a bank with. */
export const bankRequest: fc.Arbitrary<BankRequest> = fc.record({
  requestId: hex(32),
  bank: bankCode,
  account: accountId,
  enterprise,
  nonce: hex(32),
  expiresAt: instant
})

/** What a bank may answer to a request: what it has on file may be less than was asked about. */
export const bankAnswerTo = ({
  account,
  bank,
  enterprise: asked,
  nonce,
  requestId
}: BankRequest): fc.Arbitrary<BankAnswer> =>
  fc.record({
    requestId: fc.constant(requestId),
    bank: fc.constant(bank),
    account: fc.constant(account),
    nonce: fc.constant(nonce),
    bankSerial: hex(12),
    outcome: fc.constantFrom("success" as const, "declined" as const),
    enterprise: fc.record(
      {
        name: fc.constant(asked.name),
        unifiedSocialCreditCode: fc.constant(asked.unifiedSocialCreditCode),
        organizationCode: fc.constant(asked.organizationCode)
      },
      { requiredKeys: [] }
    )
  })

export const bankAnswer: fc.Arbitrary<BankAnswer> = bankRequest.chain(bankAnswerTo)
