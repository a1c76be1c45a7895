import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { changedHolderFields, type Holder, type HolderField } from "../domain/Holder.js"
import * as Certification from "../flows/Certification.js"
import { IdCardVerifier } from "../ports/IdCardVerifier.js"
import { CtidRemedies, IdCardElements, IdentityChangeVoids } from "../rules/index.js"
import { ask } from "./ask.js"
import { own } from "./Command.js"
import { happens, nothing, refusedWith } from "./decide.js"
import { DocumentInput, document, personName, Text, ValidityInput, validity } from "./fields.js"
import { notRepeated } from "./notRepeated.js"
import { holderOrClerk } from "./Permission.js"
import { type Voided, voidedBy } from "./voided.js"

export interface HolderWasEdited {
  readonly changed: ReadonlyArray<HolderField>
  readonly voided: ReadonlyArray<Voided>
}

/** 个人用户信息修改. A rehearsal of this command says what saving would void. */
export const EditHolder = own({
  name: "EditHolder",
  may: holderOrClerk,
  input: Schema.Struct({
    name: Schema.optional(Text),
    document: Schema.optional(DocumentInput),
    validity: Schema.optional(ValidityInput)
  }),
  secrets: ["name", "document", "validity"],
  run: (context, edit) =>
    Effect.gen(function* () {
      const { subject, policy, today } = context
      const { account } = subject
      const before = account.holder
      const name = edit.name === undefined ? before.name : yield* personName("name", edit.name)
      const kept =
        edit.document === undefined ? before.document : yield* document("document", edit.document, policy, today)
      const period = edit.validity === undefined ? before.validity : yield* validity("validity", edit.validity, today)
      // Dates are the ID card's own («身份证…», R-20): with another document there are none to keep.
      const next: Holder =
        kept.type === "resident-id" && period !== undefined
          ? { name, document: kept, validity: period }
          : { name, document: kept }
      const changed = changedHolderFields(before, next)
      if (changed.length === 0) return nothing<HolderWasEdited>({ changed, voided: [] })
      const asks = policy.holder.askIdCardOnSave && kept.type === "resident-id"
      if (asks) {
        const elements = yield* IdCardElements.elements(name, kept, period, today)
        const verifier = yield* IdCardVerifier
        const { refused, spent } = yield* ask(
          context,
          { subject: "account-holder", channel: "id-card" },
          verifier.verify(elements),
          CtidRemedies.judge,
          notRepeated(context, next)
        )
        if (refused !== undefined) return refusedWith(subject, spent, refused)
      }
      const events = IdentityChangeVoids.afterHolderEdit(account, next)
      return happens(
        subject,
        [...events, ...Certification.afterHolderEdit(account)],
        (): HolderWasEdited => ({ changed, voided: voidedBy(events) }),
        { bound: asks }
      )
    })
})
