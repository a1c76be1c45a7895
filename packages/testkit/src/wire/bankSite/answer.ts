import { randomInt } from "node:crypto"
import { unsupportedBank } from "../../world/unsupportedBank.js"
import type { SigningKey } from "../authority/index.js"
import type { BankFault } from "./BankFault.js"
import type { BankCustomer, BankSiteProtocol } from "./BankSiteProtocol.js"
import { form, type Pairs, signed, timeText } from "./form.js"

/** What the bank was asked, by field. */
export type Asked = Readonly<Record<string, string | undefined>>

export interface Answering {
  readonly protocol: BankSiteProtocol
  readonly asked: Asked
  readonly customer: BankCustomer | undefined
  readonly success: boolean
  readonly key: SigningKey
  readonly strangerKey: SigningKey
  readonly now: number
  readonly fault: BankFault | undefined
}

const HOUR = 60 * 60 * 1000

const fieldsOf = ({ asked, customer, fault, now, protocol, success }: Answering): Asked => {
  const { answer, times } = protocol
  const at = fault === "stale" ? now - HOUR : fault === "future" ? now + HOUR : now
  return {
    requestId: fault === "another-request" ? `${asked.requestId}0` : asked.requestId,
    bank: fault === "another-bank" ? unsupportedBank : asked.bank,
    account: fault === "another-account" ? `${asked.account}0` : asked.account,
    nonce: fault === "another-nonce" ? `${asked.nonce}0` : asked.nonce,
    bankSerial: `${protocol.code}${randomInt(1e12).toString().padStart(12, "0")}`,
    outcome: fault === "unknown-outcome" ? "MAYBE" : success ? answer.success : answer.declined,
    enterpriseName: customer?.name,
    unifiedSocialCreditCode: customer?.unifiedSocialCreditCode,
    organizationCode: customer?.organizationCode,
    timestamp: timeText(times, at)
  }
}

/** The answer as names and values, signed last. */
const pairsOf = (answering: Answering): Pairs => {
  const { fault, key, protocol, strangerKey } = answering
  const said = fieldsOf(answering)
  const left =
    fault === "missing-parameter"
      ? protocol.answer.fields.filter(([field]) => field !== "nonce")
      : protocol.answer.fields
  const pairs = left.flatMap(([field, name]) => {
    const value = said[field]
    return value === undefined ? [] : [[name, value] as const]
  })
  const signature = signed(protocol, pairs, fault === "another-key" ? strangerKey : key)
  const serial = protocol.answer.fields.find(([field]) => field === "bankSerial")?.[1]
  const sent = pairs.map(
    ([name, value]) => [name, fault === "tampered" && name === serial ? `${value}0` : value] as const
  )
  if (fault === "unsigned") return sent
  return [...sent, [protocol.answer.signature, signature]]
}

/** The form in which the browser carries the answer back. */
export const answerForm = (answering: Answering): string => {
  const { fault, protocol } = answering
  const pairs = pairsOf(answering)
  const { charset } = protocol
  const right = form(pairs, charset)
  switch (fault) {
    case "extra-parameter":
      return `${right}&admin=1`
    case "duplicate-parameter":
      return `${right}&${right.split("&")[0]}`
    case "double-encoded":
      return form(
        pairs.map(([name, value]) => [name, form([["", value]], charset).slice(1)] as const),
        charset
      )
    case "loose-plus": {
      // Where no value holds a plus, one is put in.
      const loose = right.replaceAll("%2B", "+")
      return loose === right ? right.replace("=", "=+") : loose
    }
    case "truncated":
      return right.slice(0, Math.floor(right.length * 0.7))
    case "garbage-bytes":
      return right.replace("=", "=%FF%FE")
    case "wrong-names":
      return form(
        pairs.map(([name, value]) => [`${name}2`, value] as const),
        charset
      )
    default:
      return right
  }
}
