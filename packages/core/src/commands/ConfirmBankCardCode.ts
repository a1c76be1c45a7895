import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Subject } from "../domain/Method.js"
import { answerCode, personAt } from "../flows/PersonVerification.js"
import { Vault } from "../ports/Vault.js"
import { own } from "./Command.js"
import { codeHash } from "./codeHash.js"
import { refusedWith } from "./decide.js"
import { Secret } from "./fields.js"
import { inJourney, journeyMoves } from "./journey.js"
import { holderOrClerk } from "./Permission.js"

/** 银行卡认证, second half: the code proves that the reserved mobile is in the person's hand. */
export const ConfirmBankCardCode = own({
  name: "ConfirmBankCardCode",
  may: holderOrClerk,
  input: Schema.Struct({ subject: Subject, code: Secret }),
  secrets: ["code"],
  run: (context, given) =>
    inJourney(context, (journey) =>
      Effect.gen(function* () {
        const { subject, policy, now } = context
        const { step } = yield* personAt(subject.account, journey.state, given.subject)
        const code = given.code.normalize("NFKC").trim()
        const hash = codeHash(yield* Vault, subject.account.id, given.subject, code)
        const { events, refused } = answerCode(step, given.subject, hash, now, policy)
        return refused === undefined ? journeyMoves(context, journey, events) : refusedWith(subject, events, refused)
      })
    )
})
