import { createHmac, timingSafeEqual } from "node:crypto"
import { type BankAnswer, type BankCode, type BankRequest, BankReturnForged } from "@single-window/core"
import * as Either from "effect/Either"
import type { CustomerOnFile } from "./answers.js"

/** Parameters of a redirect or of its return, as they stand in an address. */
export type BankParameters = Readonly<Record<string, string>>

const canonical = (parameters: BankParameters): string =>
  Object.keys(parameters)
    .filter((name) => name !== "signature")
    .sort()
    .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(parameters[name] ?? "")}`)
    .join("&")

const signatureOf = (seed: string, signer: string, parameters: BankParameters): string =>
  createHmac("sha256", `${seed}|bank key|${signer}`).update(canonical(parameters)).digest("hex")

/** Signs as a bank, or as our own side (`us`). */
export const sign = (seed: string, signer: BankCode | "us", parameters: BankParameters): BankParameters => ({
  ...parameters,
  signature: signatureOf(seed, signer, parameters)
})

export const isSignedBy = (seed: string, signer: BankCode | "us", parameters: BankParameters): boolean => {
  const given = Buffer.from(parameters.signature ?? "")
  const right = Buffer.from(signatureOf(seed, signer, parameters))
  return given.length === right.length && timingSafeEqual(given, right)
}

/** Where the person's browser goes: an address that no bank has. */
export const redirectUrl = (seed: string, request: BankRequest): string => {
  const { name, unifiedSocialCreditCode, organizationCode } = request.enterprise
  const parameters = sign(seed, "us", {
    requestId: request.requestId,
    bank: request.bank,
    account: request.account,
    nonce: request.nonce,
    expiresAt: String(request.expiresAt),
    enterpriseName: name,
    unifiedSocialCreditCode,
    organizationCode
  })
  return `https://${request.bank.toLowerCase()}.bank.example/single-window?${new URLSearchParams(parameters)}`
}

/** What the bank's site sends back once the person has signed in there. */
export const returnParameters = (
  seed: string,
  request: Pick<BankRequest, "requestId" | "bank" | "account" | "nonce">,
  answer: {
    readonly serial: string
    readonly outcome: "success" | "declined"
    readonly customer: CustomerOnFile
    readonly at: number
  },
  signer: BankCode = request.bank
): BankParameters => {
  const { name, unifiedSocialCreditCode, organizationCode } = answer.customer
  return sign(seed, signer, {
    requestId: request.requestId,
    bank: request.bank,
    account: request.account,
    nonce: request.nonce,
    bankSerial: answer.serial,
    outcome: answer.outcome,
    timestamp: String(answer.at),
    ...(name === undefined ? {} : { enterpriseName: name }),
    ...(unifiedSocialCreditCode === undefined ? {} : { unifiedSocialCreditCode }),
    ...(organizationCode === undefined ? {} : { organizationCode })
  })
}

const required = ["requestId", "bank", "account", "nonce", "bankSerial", "outcome"] as const

/** Checks the signature first and the shape after, and reads the answer. */
export const readReturn = (
  seed: string,
  bank: BankCode,
  parameters: BankParameters
): Either.Either<BankAnswer, BankReturnForged> => {
  if (!isSignedBy(seed, bank, parameters)) return Either.left(new BankReturnForged({ reason: "signature" }))
  const missing = required.find((name) => (parameters[name] ?? "") === "")
  if (missing !== undefined) return Either.left(new BankReturnForged({ reason: `missing ${missing}` }))
  if (parameters.bank !== bank) return Either.left(new BankReturnForged({ reason: "bank" }))
  const { requestId = "", account = "", nonce = "", bankSerial = "", outcome } = parameters
  if (outcome !== "success" && outcome !== "declined") return Either.left(new BankReturnForged({ reason: "outcome" }))
  const { enterpriseName, unifiedSocialCreditCode, organizationCode } = parameters
  return Either.right({
    requestId,
    bank,
    account,
    nonce,
    bankSerial,
    outcome,
    enterprise: {
      ...(enterpriseName === undefined ? {} : { name: enterpriseName }),
      ...(unifiedSocialCreditCode === undefined ? {} : { unifiedSocialCreditCode }),
      ...(organizationCode === undefined ? {} : { organizationCode })
    }
  })
}
