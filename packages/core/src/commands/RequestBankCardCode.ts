import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type { PendingCode } from "../domain/Journey.js"
import { Subject } from "../domain/Method.js"
import { isoTime } from "../domain/time.js"
import type { AccountEvent } from "../flows/AccountEvent.js"
import { mayRequestCode, pendingCode, personAt } from "../flows/PersonVerification.js"
import { maskMobile } from "../identifiers/index.js"
import { BankCardVerifier } from "../ports/BankCardVerifier.js"
import { Entropy } from "../ports/Entropy.js"
import { SmsSender } from "../ports/SmsSender.js"
import { Vault } from "../ports/Vault.js"
import { verifierUnavailable } from "../ports/VerifierUnavailable.js"
import { BankCardOwnership, ProfileCompleteness } from "../rules/index.js"
import { type Loaded, Store } from "../store/Store.js"
import { ask } from "./ask.js"
import { type Context, own } from "./Command.js"
import { codeHash } from "./codeHash.js"
import { refusedWith } from "./decide.js"
import { bankCard, mobile, ShownIdentity, Text } from "./fields.js"
import { inJourney, journeyMoves } from "./journey.js"
import { holderOrClerk } from "./Permission.js"

const TRIES = 8

/** A code that never went out, and the waiting time for it, are taken back from the account, whatever else happened to it meanwhile. */
const takeBack = (context: Context, sent: Loaded, subject: Subject, before: PendingCode | undefined) =>
  Effect.gen(function* () {
    const store = yield* Store
    const event: AccountEvent = { _tag: "BankCardCodeUnsent", subject, ...(before === undefined ? {} : { before }) }
    let now: Loaded | undefined = sent
    for (let round = 0; round < TRIES && now?.account.smsSent.at(-1) === context.now; round++) {
      if ((yield* context.commitNow([{ before: now, events: [event] }])) !== "conflict") return
      now = yield* store.load(sent.account.id)
    }
  })

/**
 * 银行卡认证, first half (R-60, R-61, R-61a): the four factors must match before a code is sent, and the code is on record before
 * it goes out, so that requests in parallel cannot flood a telephone.
 */
export const RequestBankCardCode = own({
  name: "RequestBankCardCode",
  may: holderOrClerk,
  input: Schema.Struct({ subject: Subject, cardNumber: Text, mobile: Text, ...ShownIdentity }),
  secrets: ["cardNumber", "mobile", "name", "document"],
  run: (context, given) =>
    inJourney(context, (journey) =>
      Effect.gen(function* () {
        const { subject, policy, now, today } = context
        const { account } = subject
        const { step, person } = yield* personAt(account, journey.state, given.subject, given)
        // What is missing was not missing at the start, or the journey would not be open: an edit took it away.
        if (given.subject === "account-holder") yield* ProfileCompleteness.check(account, policy, today)
        const cardNumber = yield* bankCard("cardNumber", given.cardNumber)
        const number = yield* mobile("mobile", given.mobile)
        yield* mayRequestCode(account, now, policy)
        const verifier = yield* BankCardVerifier
        const { refused, spent } = yield* ask(
          context,
          { subject: given.subject, channel: "bank-card" },
          verifier.verify({ ...person, cardNumber, mobile: number }),
          BankCardOwnership.judge
        )
        if (refused !== undefined) return refusedWith(subject, spent, refused)
        const code = yield* (yield* Entropy).digits(policy.sms.digits)
        const hash = codeHash(yield* Vault, account.id, given.subject, code)
        const pending = pendingCode(step, { cardNumber, mobile: number, codeHash: hash }, now, policy)
        const sender = yield* SmsSender
        const send = sender.sendCode({
          mobile: number,
          code: Redacted.make(code),
          validMinutes: policy.sms.validMinutes
        })
        return journeyMoves(context, journey, [{ _tag: "BankCardCodeSent", subject: given.subject, pending }], {
          extra: {
            codeSentTo: maskMobile(number),
            retryAfter: isoTime(now + policy.sms.cooldownSeconds * 1000)
          },
          afterwards: ([after]) =>
            Effect.catchAll(send, (error) =>
              Effect.zipRight(
                after === undefined ? Effect.void : takeBack(context, after, given.subject, step.person.pending),
                Effect.fail(verifierUnavailable(error))
              )
            )
        })
      })
    )
})
