import { type BankAnswer, BankReturnForged } from "@single-window/core"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import type { AnswerField, BankProtocol } from "./BankProtocol.js"
import { type Ordered, signedBytes } from "./canonical.js"
import type { VerificationKey } from "./signatures.js"
import { timeIn } from "./times.js"

export interface Reading {
  readonly now: number
  /** Those that count now. */
  readonly keys: ReadonlyArray<VerificationKey>
  readonly answerValidMillis: number
  readonly skewMillis: number
}

const forged = (reason: string) => Either.left(new BankReturnForged({ reason }))

/** The parameters in the bank's order, if they are the ones that it sends, each once and none besides. */
const ordered = (
  { answer }: BankProtocol,
  parameters: Readonly<Record<string, string>>
): Either.Either<Ordered, BankReturnForged> => {
  const names = new Set([...answer.fields.map(([, name]) => name), answer.signature])
  if (Object.keys(parameters).some((name) => !names.has(name))) return forged("a parameter that the bank does not send")
  const list: Array<readonly [string, string]> = []
  for (const [field, name] of answer.fields) {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined
    if (value === undefined && answer.optional.includes(field)) continue
    if (typeof value !== "string" || value === "") return forged("a parameter is missing")
    list.push([name, value])
  }
  return Either.right(list)
}

const outcomeOf = ({ answer }: BankProtocol, word: string | undefined): BankAnswer["outcome"] | undefined => {
  if (word === answer.success) return "success"
  return word === answer.declined ? "declined" : undefined
}

/** Checks the signature of what came back and reads it. Whose request it answers is the core's to judge. */
export const read = (
  bank: BankProtocol,
  parameters: Readonly<Record<string, string>>,
  { answerValidMillis, keys, now, skewMillis }: Reading
): Either.Either<BankAnswer, BankReturnForged> =>
  Either.gen(function* () {
    const list = yield* ordered(bank, parameters)
    const signature = Object.hasOwn(parameters, bank.answer.signature) ? parameters[bank.answer.signature] : undefined
    const bytes = signedBytes(bank, list)
    if (signature === undefined || Option.isNone(bytes)) return yield* forged("no signature can be over this")
    if (!keys.some(({ verifies }) => verifies(bytes.value, signature))) return yield* forged("signature")

    const said = (field: AnswerField) => parameters[bank.answer.fields.find(([one]) => one === field)?.[1] ?? ""]
    const outcome = outcomeOf(bank, said("outcome"))
    const at = timeIn(bank.times, said("timestamp") ?? "")
    if (said("bank") !== bank.code) return yield* forged("another bank's name")
    if (outcome === undefined) return yield* forged("an unknown outcome")
    if (Option.isNone(at)) return yield* forged("a time that is none")
    if (at.value > now + skewMillis) return yield* forged("from the future")
    if (at.value < now - answerValidMillis - skewMillis) return yield* forged("too old")
    const optional = <K extends string>(key: K, value: string | undefined) =>
      value === undefined ? {} : ({ [key]: value } as Record<K, string>)
    return {
      requestId: said("requestId") ?? "",
      bank: bank.code,
      account: said("account") ?? "",
      nonce: said("nonce") ?? "",
      bankSerial: said("bankSerial") ?? "",
      outcome,
      enterprise: {
        ...optional("name", said("enterpriseName")),
        ...optional("unifiedSocialCreditCode", said("unifiedSocialCreditCode")),
        ...optional("organizationCode", said("organizationCode"))
      }
    }
  })
