import * as Either from "effect/Either"
import type { BankCode } from "../domain/Bank.js"
import type { Policy } from "../domain/Policy.js"
import { Refused } from "../domain/Refused.js"

/** `bank` as it was asked for; blank when none was named. */
export class BankNotSupported extends Refused("BankNotSupported")<{ bank: string }>({
  rules: ["R-67"],
  remedies: ["Refill", "UseIcCard", "UseLegalRepresentative"]
}) {}

/** 目前支持的银行：中国建设银行、中国农业银行、中国民生银行; «目前», so the list is policy. */
export const check = (bank: string | undefined, policy: Policy): Either.Either<BankCode, BankNotSupported> =>
  bank !== undefined && policy.certification.banks.includes(bank)
    ? Either.right(bank)
    : Either.left(new BankNotSupported({ bank: bank ?? "" }))
