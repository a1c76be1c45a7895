import type { Finding, FindingCode } from "../queries/Explain.js"
import type { InHand, PlannedStep } from "../queries/PlanTo.js"
import * as English from "./en.js"
import { nameIn, wordIn } from "./sentences.js"
import * as Chinese from "./zhCN.js"

type Say = (facts: Readonly<Record<string, unknown>>) => string

/** One sentence for each reason why an account stands where it stands. */
interface Standing {
  readonly findings: Readonly<Record<FindingCode, Say>>
  readonly inHand: Readonly<Record<InHand, string>>
  /** Steps of a plan that are no step of a journey. */
  readonly beforehand: Readonly<Record<string, string>>
  readonly or: string
}

const words = (facts: Readonly<Record<string, unknown>>, key: string): string => String(facts[key] ?? "")
const facets = {
  zh: { enterprise: "企业信息", holder: "账号所有人身份信息" },
  en: { enterprise: "enterprise", holder: "account holder" }
}
const facet = (facts: Readonly<Record<string, unknown>>, language: "zh" | "en") =>
  wordIn(facets[language], words(facts, "facet"))

const zh: Standing = {
  findings: {
    "in-scope": (facts) => `可在此认证：来源为 ${words(facts, "origin")}`,
    "out-of-scope": (facts) => `不在认证范围内：来源为 ${words(facts, "origin")}`,
    deleted: () => "账号已删除",
    locked: (facts) => `账号已锁定${facts.until === undefined ? "，须由工作人员解锁" : `至 ${words(facts, "until")}`}`,
    "password-change-required": () => "须先修改初始密码",
    "field-missing-or-wrong": (facts) =>
      `${nameIn(Chinese.zhCN.names, words(facts, "field"))}：${Chinese.problem(words(facts, "problem"))}`,
    "facet-none": (facts) => `${facet(facts, "zh")}尚未认证`,
    "facet-valid": (facts) => `${facet(facts, "zh")}已认证（${words(facts, "by")}，${words(facts, "at")}）`,
    "facet-voided": (facts) => `${facet(facts, "zh")}的认证已失效（${words(facts, "because")}）`,
    level: (facts) => `安全级别：${words(facts, "level")}`,
    "administrator-assisted": () => "身份由管理员填报，本人尚未认证，级别不因此提高",
    "journey-open": (facts) =>
      `认证进行中（${words(facts, "method")}）：${wordIn(Chinese.zhCN.steps, words(facts, "step"))}，${words(facts, "expiresAt")} 前有效`,
    "journey-over": (facts) => `认证已超时（${words(facts, "method")}），须重新开始`,
    "attempts-exhausted": (facts) => `核验次数已用完，${words(facts, "until")} 后可再试`,
    "card-bound": (facts) => `已绑卡（${words(facts, "kind")}）`,
    "card-binding-voided": () => "绑卡已失效，需重新绑卡"
  },
  inHand: {
    "enterprise-card-and-pin": "本企业的电子口岸卡（法人卡或操作员卡）和卡密码",
    "legal-representative-document": "法定代表人的证件类型和号码（与登记机关备案一致）",
    "id-card": "身份证（含有效期起止日期）",
    "personal-bank-card-and-reserved-mobile": "本人的银行卡和银行预留手机",
    "enterprise-bank-ukey": "企业对公账户的网银 UKEY"
  },
  beforehand: {
    unlock: "解除锁定",
    "change-password": "修改初始密码",
    "edit-enterprise": "修改企业信息",
    "edit-holder": "修改账号信息"
  },
  or: " 或 "
}

const en: Standing = {
  findings: {
    "in-scope": (facts) => `may certify here: origin ${words(facts, "origin")}`,
    "out-of-scope": (facts) => `may not certify here: origin ${words(facts, "origin")}`,
    deleted: () => "the account is deleted",
    locked: (facts) =>
      `locked${facts.until === undefined ? "; staff must unlock it" : ` until ${words(facts, "until")}`}`,
    "password-change-required": () => "the initial password must be changed first",
    "field-missing-or-wrong": (facts) =>
      `${nameIn(English.en.names, words(facts, "field"))}: ${English.problem(words(facts, "problem"))}`,
    "facet-none": (facts) => `${facet(facts, "en")}: not certified yet`,
    "facet-valid": (facts) => `${facet(facts, "en")}: certified (${words(facts, "by")}, ${words(facts, "at")})`,
    "facet-voided": (facts) => `${facet(facts, "en")}: certification void (${words(facts, "because")})`,
    level: (facts) => `security level: ${words(facts, "level")}`,
    "administrator-assisted": () =>
      "identity on the administrator's word; the holder has not certified and the level is not raised by it",
    "journey-open": (facts) =>
      `certification under way (${words(facts, "method")}): ${wordIn(English.en.steps, words(facts, "step"))}, until ${words(facts, "expiresAt")}`,
    "journey-over": (facts) => `certification ran out of time (${words(facts, "method")}); start again`,
    "attempts-exhausted": (facts) => `no checks left until ${words(facts, "until")}`,
    "card-bound": (facts) => `a card is bound (${words(facts, "kind")})`,
    "card-binding-voided": () => "the card binding is void; bind the card again"
  },
  inHand: {
    "enterprise-card-and-pin": "an E-Port card of the enterprise (legal-person or operator) and its PIN",
    "legal-representative-document": "the legal representative's document as on record",
    "id-card": "the ID card, with its validity period",
    "personal-bank-card-and-reserved-mobile": "the person's own bank card and the mobile reserved with the bank",
    "enterprise-bank-ukey": "the UKEY of the enterprise's corporate bank account"
  },
  beforehand: {
    unlock: "have the account unlocked",
    "change-password": "change the initial password",
    "edit-enterprise": "mend the enterprise's information",
    "edit-holder": "mend the account holder's information"
  },
  or: " or "
}

const standing = { zh, en }
const steps = { zh: Chinese.zhCN.steps, en: English.en.steps }
const names = { zh: Chinese.zhCN.names, en: English.en.names }

/** Why an account stands where it stands, one finding in words. */
export const findingSentence = ({ code, facts }: Finding, language: "zh" | "en"): string =>
  standing[language].findings[code](facts)

/** A step of a plan in words, with the fields to mend or what to have in hand. */
export const plannedStepSentence = ({ step, fields, anyOf }: PlannedStep, language: "zh" | "en"): string => {
  const { beforehand, inHand, or } = standing[language]
  const what = wordIn(beforehand, wordIn(steps[language], step))
  const more =
    fields !== undefined
      ? fields.map((field) => nameIn(names[language], field)).join(language === "zh" ? "、" : ", ")
      : anyOf?.map((thing) => inHand[thing]).join(or)
  return more === undefined ? what : `${what}${language === "zh" ? "：" : ": "}${more}`
}
