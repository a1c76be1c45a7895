import * as Context from "effect/Context"
import * as Data from "effect/Data"
import type * as Effect from "effect/Effect"
import type { BankCode } from "../domain/Bank.js"
import type { BankAnswer } from "../domain/BankAnswer.js"
import type { Enterprise } from "../domain/Enterprise.js"
import type { Limited, Unavailable } from "../domain/Verdict.js"

export type { BankAnswer }

/** What a bank is asked, bound to one account, enterprise, bank and nonce. Times are epoch milliseconds. */
export interface BankRequest {
  readonly requestId: string
  readonly bank: BankCode
  readonly account: string
  readonly enterprise: Enterprise
  readonly nonce: string
  readonly expiresAt: number
}

/** Where the person's browser goes. */
export interface BankRedirect {
  readonly url: string
  readonly method: "GET" | "POST"
  readonly fields: Readonly<Record<string, string>>
}

/** The parameters were not signed by that bank, or were changed on the way. */
export class BankReturnForged extends Data.TaggedClass("BankReturnForged")<{ readonly reason: string }> {}

/** Talks to the banks by redirect; the UKEY itself never touches this side. */
export class BankUkeyGateway extends Context.Tag("@single-window/core/BankUkeyGateway")<
  BankUkeyGateway,
  {
    readonly redirect: (request: BankRequest) => Effect.Effect<BankRedirect, Limited | Unavailable>
    /** Checks signature and shape of what came back and reads it; it does not know which requests are open. */
    readonly read: (
      bank: BankCode,
      parameters: Readonly<Record<string, string>>
    ) => Effect.Effect<BankAnswer, BankReturnForged | Unavailable>
  }
>() {}
