import type { Account } from "../domain/Account.js"
import { levelOf } from "../domain/Account.js"
import { type JourneyState, methodOf } from "../domain/Journey.js"
import type { Method } from "../domain/Method.js"
import type { SecurityLevel } from "../domain/SecurityLevel.js"

export type JourneyStep = "card" | "enterprise" | "legal-representative" | "bank" | "account-holder" | "done"

interface StepRow {
  readonly method: Method
  readonly step: JourneyStep
  /** The state in which this step is the current one. */
  readonly state: JourneyState["_tag"] | undefined
  readonly says: { readonly zh: string; readonly en: string }
  /** Fields that this step shows and does not let change (R-53, R-61b, R-61c, R-63). */
  readonly locked: ReadonlyArray<string>
}

const done = (method: Method): StepRow => ({
  method,
  step: "done",
  state: undefined,
  says: { zh: "完成", en: "Done" },
  locked: []
})

/** The three journeys, one row a step, in the order of the manual's progress bars. docs/journeys.md is drawn from it. */
export const journeys: ReadonlyArray<StepRow> = [
  {
    method: "ic-card",
    step: "card",
    state: "AwaitingCard",
    says: { zh: "用卡介质验证企业信息", en: "Verify the enterprise by card" },
    locked: []
  },
  {
    method: "ic-card",
    step: "account-holder",
    state: "AwaitingCardHolderIdentity",
    says: { zh: "补充身份信息", en: "Provide the account holder's identity" },
    locked: []
  },
  done("ic-card"),
  {
    method: "legal-representative",
    step: "enterprise",
    state: "AwaitingEnterprise",
    says: { zh: "核验企业信息", en: "Verify the enterprise" },
    locked: ["name", "unifiedSocialCreditCode", "organizationCode", "legalRepresentativeName"]
  },
  {
    method: "legal-representative",
    step: "legal-representative",
    state: "AwaitingLegalRepresentative",
    says: { zh: "核验法人身份信息", en: "Verify the legal representative" },
    locked: ["name", "document.type", "document.number"]
  },
  {
    method: "legal-representative",
    step: "account-holder",
    state: "AwaitingAccountHolder",
    says: { zh: "核验管理员（即账号归属人）身份信息", en: "Verify the account holder" },
    locked: ["name", "document.type", "document.number"]
  },
  done("legal-representative"),
  {
    method: "bank-ukey",
    step: "bank",
    state: "AwaitingBank",
    says: { zh: "用企业网银 UKEY 登录银行认证", en: "Certify at the bank with the enterprise's UKEY" },
    locked: []
  },
  {
    method: "bank-ukey",
    step: "account-holder",
    state: "AwaitingBankHolder",
    says: { zh: "核验账号归属人身份信息", en: "Verify the account holder" },
    locked: ["name", "document.type", "document.number"]
  },
  done("bank-ukey")
]

export const stepsOf = (method: Method): ReadonlyArray<StepRow> => journeys.filter((row) => row.method === method)

export const stepAt = (state: JourneyState): JourneyStep =>
  journeys.find((row) => row.state === state._tag)?.step ?? "done"

/** A journey as a screen shows it. Times are ISO 8601 in UTC. */
export interface JourneyView {
  readonly method: Method
  readonly step: JourneyStep
  readonly steps: ReadonlyArray<{ readonly step: JourneyStep; readonly mark: "passed" | "current" | "waiting" }>
  readonly locked: ReadonlyArray<string>
  readonly expiresAt?: string
  /** Only when it is done. */
  readonly level?: SecurityLevel
}

const marked = (method: Method, current: JourneyStep): JourneyView["steps"] => {
  const rows = stepsOf(method)
  const at = rows.findIndex((row) => row.step === current)
  return rows.map(({ step }, index) => ({
    step,
    mark: index < at || current === "done" ? "passed" : index === at ? "current" : "waiting"
  }))
}

/** Where an account's journey by `method` stands; without an open journey it is done, and the level says what it gave. */
export const journeyView = (account: Account, method: Method, iso: (epoch: number) => string): JourneyView => {
  const journey = account.journey
  if (journey === undefined) {
    return { method, step: "done", steps: marked(method, "done"), locked: [], level: levelOf(account) }
  }
  const by = methodOf(journey.state)
  const step = stepAt(journey.state)
  return {
    method: by,
    step,
    steps: marked(by, step),
    locked: stepsOf(by).find((row) => row.step === step)?.locked ?? [],
    expiresAt: iso(journey.expiresAt)
  }
}
