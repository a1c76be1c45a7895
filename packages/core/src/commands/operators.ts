import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { scopeOf } from "../domain/Enterprise.js"
import type { Holder } from "../domain/Holder.js"
import type { AccountEvent } from "../flows/AccountEvent.js"
import { EnterpriseMatchesAdministrator, OperatorManagement } from "../rules/index.js"
import { type Loaded, Store } from "../store/Store.js"
import type { ManagingContext } from "./Command.js"
import { DocumentInput, email, holder, mobile, Text, ValidityInput } from "./fields.js"
import { initialPassword, newAccountId } from "./newAccount.js"
import { NotFound } from "./Permission.js"

export type Deed = Parameters<typeof OperatorManagement.checkTarget>[3]

/**
 * The account that an administrator names by user name. One of another enterprise is answered like one that does not exist; one of
 * this enterprise must agree with the administrator's information before it can be managed, and never be an administrator's.
 */
export const targetOf = (context: ManagingContext, username: string, deed: Deed, among: "live" | "deleted" = "live") =>
  Effect.gen(function* () {
    const { administrator, self, policy } = context
    const store = yield* Store
    const name = username.trim()
    const scope = scopeOf(administrator.enterprise)
    if (scope === undefined) return yield* Effect.fail(new NotFound())
    const found: Loaded | undefined =
      among === "live" ? yield* store.byUsername(name) : yield* store.deletedByUsername(name, scope)
    if (found === undefined || scopeOf(found.account.enterprise) !== scope) {
      return yield* Effect.fail(new NotFound())
    }
    yield* OperatorManagement.checkTarget(found.account, self, policy, deed)
    yield* EnterpriseMatchesAdministrator.check(found.account, administrator, policy)
    return found
  })

/** 新增操作员信息, all starred but that the dates are an ID card's only. */
export const operatorFields = {
  name: Text,
  mobile: Text,
  document: DocumentInput,
  validity: Schema.optional(ValidityInput),
  email: Text
}

interface OperatorForm {
  readonly name: string
  readonly mobile: string
  readonly document: DocumentInput
  readonly validity?: ValidityInput | undefined
  readonly email: string
}

/** The event that begins a cardless operator's account in the administrator's enterprise. */
export const newOperator = (
  { administrator, policy, now, today }: ManagingContext,
  username: string,
  form: OperatorForm,
  replaced?: Loaded
) =>
  Effect.gen(function* () {
    const identity: Holder = yield* holder(form, policy, today)
    const number = yield* mobile("mobile", form.mobile)
    const address = yield* email("email", form.email)
    const id = yield* newAccountId
    const event: AccountEvent = {
      _tag: "CardlessOperatorAdded",
      id,
      username,
      enterprise: administrator.enterprise,
      holder: identity,
      mobile: number,
      email: address,
      ...(yield* initialPassword(now, policy)),
      ...(replaced === undefined ? {} : { successorOf: replaced.account.id })
    }
    return event
  })
