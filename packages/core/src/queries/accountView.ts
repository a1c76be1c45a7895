import {
  type Account,
  type AccountStatus,
  type FacetState,
  levelOf,
  type Origin,
  type Role,
  statusOf,
  type VoidedBecause
} from "../domain/Account.js"
import type { Enterprise } from "../domain/Enterprise.js"
import { methodOf } from "../domain/Journey.js"
import type { Method } from "../domain/Method.js"
import type { SecurityLevel } from "../domain/SecurityLevel.js"
import { isoTime } from "../domain/time.js"
import { type JourneyStep, stepAt } from "../flows/journeys.js"
import { maskDocumentNumber, maskMobile, maskName } from "../identifiers/index.js"

/** An account as other systems see it. Personal data is masked unless it is revealed. Times are ISO 8601 in UTC. */
export interface AccountView {
  readonly username: string
  readonly role: Role
  readonly origin: Origin
  readonly source?: string
  readonly remark?: string
  readonly status: AccountStatus
  readonly enterprise: Enterprise
  readonly holder: {
    readonly name: string
    readonly document: { readonly type: string; readonly number: string }
    readonly validity?: { readonly from: string; readonly to: string }
  }
  readonly mobile: string
  readonly email: string
  readonly certification: {
    readonly enterprise: FacetState
    readonly holder: FacetState
    readonly methods: ReadonlyArray<Method>
    readonly voidedBecause?: VoidedBecause
  }
  readonly level: SecurityLevel
  readonly cardBinding: "none" | "bound" | "voided"
  readonly administratorAssisted: boolean
  readonly journey?: { readonly method: Method; readonly step: JourneyStep; readonly expiresAt: string }
}

const maskEmail = (email: string): string => {
  const at = email.indexOf("@")
  return at <= 0 ? "" : `${email.slice(0, 1)}***${email.slice(at)}`
}

/** An ID card's dates together with a region would narrow a person down, so they are masked as well. */
const maskDate = (date: string): string => (date.length === 8 ? `${date.slice(0, 4)}****` : "")

/** the remark tells where a user came from. */
const remarkOf = (account: Account): string | undefined => {
  const parts = [account.source === undefined ? undefined : `迁移自 ${account.source}`, account.remark]
  const said = parts.filter((part) => part !== undefined && part !== "").join("；")
  return said === "" ? undefined : said
}

export const accountView = (account: Account, now: number, reveal = false): AccountView => {
  const mask = (masked: (text: string) => string, text: string) => (reveal ? text : masked(text))
  const { holder, certification, journey } = account
  const remark = remarkOf(account)
  return {
    username: account.username,
    role: account.role,
    origin: account.origin,
    ...(account.source === undefined ? {} : { source: account.source }),
    ...(remark === undefined ? {} : { remark }),
    status: statusOf(account, now),
    enterprise: {
      ...account.enterprise,
      legalRepresentativeName: mask(maskName, account.enterprise.legalRepresentativeName)
    },
    holder: {
      name: mask(maskName, holder.name),
      document: { type: holder.document.type, number: mask(maskDocumentNumber, holder.document.number) },
      ...(holder.validity === undefined
        ? {}
        : { validity: { from: mask(maskDate, holder.validity.from), to: mask(maskDate, holder.validity.to) } })
    },
    mobile: mask(maskMobile, account.mobile),
    email: mask(maskEmail, account.email),
    certification: {
      enterprise: certification.enterprise.state,
      holder: certification.holder.state,
      methods: certification.methods.map((passed) => passed.method),
      ...(certification.voidedBecause === undefined ? {} : { voidedBecause: certification.voidedBecause })
    },
    level: levelOf(account),
    cardBinding: account.cardBinding.state,
    administratorAssisted: account.administratorAssisted,
    ...(journey === undefined || journey.expiresAt <= now
      ? {}
      : {
          journey: {
            method: methodOf(journey.state),
            step: stepAt(journey.state),
            expiresAt: isoTime(journey.expiresAt)
          }
        })
  }
}
