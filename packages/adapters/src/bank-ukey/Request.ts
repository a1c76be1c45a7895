import type { BankRedirect, BankRequest } from "@single-window/core"
import * as Option from "effect/Option"
import type { BankProtocol, RequestField } from "./BankProtocol.js"
import { formEncoded, type Ordered, signedBytes } from "./canonical.js"
import type { Signer } from "./signatures.js"
import { timeText } from "./times.js"

export interface Sending {
  readonly now: number
  readonly returnUrl: string
  readonly notifyUrl: string | undefined
}

const values = (
  { times }: BankProtocol,
  request: BankRequest,
  { notifyUrl, now, returnUrl }: Sending
): Readonly<Record<RequestField, string | undefined>> => ({
  requestId: request.requestId,
  bank: request.bank,
  account: request.account,
  nonce: request.nonce,
  enterpriseName: request.enterprise.name,
  unifiedSocialCreditCode: request.enterprise.unifiedSocialCreditCode,
  organizationCode: request.enterprise.organizationCode,
  returnUrl,
  notifyUrl,
  timestamp: timeText(times, now),
  expiresAt: timeText(times, request.expiresAt)
})

/** The redirect to a bank: every field signed in the bank's order. None when the bank's charset or its raw form cannot hold a value. */
export const redirectTo = (
  bank: BankProtocol,
  sign: Signer,
  request: BankRequest,
  sending: Sending
): Option.Option<BankRedirect> => {
  const said = values(bank, request, sending)
  const given = bank.request.fields.flatMap(([field, name]) => {
    const value = said[field] ?? ""
    return value === "" ? [] : [[name, value] as const]
  })
  const ordered: Ordered = [...bank.request.constants, ...given]
  return Option.gen(function* () {
    const bytes = yield* signedBytes(bank, ordered)
    const sent: Ordered = [...ordered, [bank.request.signature, sign(bytes)]]
    if (bank.method === "POST") return { url: bank.address, method: bank.method, fields: Object.fromEntries(sent) }
    const query = yield* formEncoded(bank.charset, sent)
    const separator = bank.address.includes("?") ? "&" : "?"
    return { url: `${bank.address}${separator}${query}`, method: bank.method, fields: {} }
  })
}
