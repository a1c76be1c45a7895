import type { DecisionId } from "./decisions.js"
import type { Basis, Says } from "./Rule.js"

/** One value of `Policy`: whether the manual gives it or we assumed it, and by which decision. */
export interface PolicyValue {
  /** As in the policy object, joined by dots. */
  readonly path: string
  readonly basis: Basis
  readonly decision?: DecisionId
  readonly says: Says
}

const manual = (path: string, zh: string, en: string): PolicyValue => ({ path, basis: "manual", says: { zh, en } })
const assumed = (path: string, zh: string, en: string): PolicyValue => ({ path, basis: "assumed", says: { zh, en } })
const decided = (decision: DecisionId, path: string, zh: string, en: string): PolicyValue => ({
  path,
  basis: "assumed",
  decision,
  says: { zh, en }
})

/** Every value of the policy object, in its order, said in a sentence; `assumed` ones are our reading and a host may differ. */
export const assumedValues: ReadonlyArray<PolicyValue> = [
  assumed(
    "scope.origins",
    "可在此认证的账号来源；手册只举例说明迁移用户。",
    "Origins that may certify; the manual names migrated users only as an example."
  ),
  assumed(
    "scope.allowHigherLevel",
    "已认证账号可换用级别更高的方式再认证。",
    "A certified account may certify again for a higher level."
  ),
  manual("enterprise.editLimit", "三项信息一次最多改两项。", "At most two of the three fields in one save."),
  decided(
    "D1",
    "enterprise.anchor",
    "改动与当前存储值相比；更严的做法是与上次核验通过的值相比。",
    "Changes are counted against the stored values; stricter, against those last verified."
  ),
  decided(
    "D5",
    "enterprise.lenientUnifiedSocialCreditCode",
    "校验码不符的统一社会信用代码默认拒绝；确有已登记而不符者，可放宽为提醒。",
    "A USCC with a wrong check character is refused; registered ones exist, so this can be a warning."
  ),
  decided(
    "D4",
    "enterprise.organizationCodeMustMatch",
    "组织机构代码须与统一社会信用代码第9至17位一致。",
    "The organization code equals characters 9 to 17 of the USCC."
  ),
  assumed(
    "enterprise.askRegistryOnSave",
    "保存企业信息时向登记机关核验。",
    "A save of enterprise information asks the registry."
  ),
  decided(
    "D7",
    "enterprise.changeVoidsFacet",
    "企业信息确有变化时，企业方面的认证失效。",
    "A real change of enterprise information voids the enterprise facet."
  ),
  assumed(
    "holder.allowSarPassports",
    "港澳特区护照默认不视为中华人民共和国制发。",
    "Passports of the SARs do not count as PRC-issued by default."
  ),
  assumed(
    "holder.askIdCardOnSave",
    "保存账号信息时默认不向 CTID 核验，认证时才核验。",
    "A save does not ask CTID by default; certification does."
  ),
  assumed("certification.journeyMinutes", "一次认证的有效时间。", "How long a certification stays open."),
  decided(
    "D10",
    "certification.levels.ic-card",
    "IC 卡认证的级别，手册未说明，取高。",
    "The level by IC card; not stated, taken as high."
  ),
  manual(
    "certification.levels.legal-representative",
    "法定代表人身份认证的级别为中。",
    "The level by legal representative is medium."
  ),
  decided(
    "D10",
    "certification.levels.bank-ukey",
    "银行 UKEY 认证的级别，手册未说明，取中。",
    "The level by bank UKEY; not stated, taken as medium."
  ),
  assumed(
    "certification.cardHolderMustBeAccountHolder",
    "不要求持卡人就是账号归属人。",
    "The card's holder need not be the account holder."
  ),
  assumed(
    "certification.bankUkeyCompletesBothFacets",
    "银行答复默认只认证企业，归属人另行核验。",
    "A bank's answer certifies the enterprise only; the holder is verified besides."
  ),
  assumed(
    "certification.attempts",
    "同一对象、同一途径允许的未通过次数。",
    "Answers of no that one subject may collect by one channel."
  ),
  assumed("certification.attemptWindowMinutes", "未通过次数的计算时段。", "The window in which they are counted."),
  manual(
    "certification.banks",
    "目前支持的银行：建设银行、农业银行、民生银行。",
    "The banks supported at present: CCB, ABC, CMBC."
  ),
  assumed("certification.bankRequestMinutes", "一次银行跳转的有效时间。", "How long a request to a bank stays open."),
  assumed(
    "certification.cardWarningDays",
    "卡证书到期前多少天开始提醒。",
    "Days before a card's certificate ends from which a warning is given."
  ),
  assumed("sms.digits", "短信验证码位数。", "Digits of an SMS code."),
  assumed("sms.validMinutes", "短信验证码有效时间。", "How long an SMS code is valid."),
  assumed("sms.cooldownSeconds", "两次发送之间的间隔。", "Time between two messages."),
  assumed("sms.attempts", "一个验证码可输错的次数。", "Wrong entries that one code allows."),
  assumed("sms.perDay", "每日发送次数上限。", "Messages a day."),
  assumed("logIn.attempts", "连续输错密码多少次后锁定。", "Wrong passwords before the account locks."),
  assumed("logIn.lockMinutes", "锁定时间。", "How long it stays locked."),
  assumed("logIn.hardStop", "累计输错多少次后只能由后台解锁。", "Wrong passwords in all before only staff can unlock."),
  assumed("password.minLength", "密码最短长度。", "Shortest password."),
  assumed("password.maxLength", "密码最长长度。", "Longest password."),
  assumed(
    "password.characterClasses",
    "小写、大写、数字、其他字符中至少包含几类。",
    "How many of lower case, upper case, digit and other a password holds."
  ),
  manual("password.initial", "初始密码为八个8。", "The initial password is eight eights."),
  assumed(
    "password.initialValidMinutes",
    "初始密码未使用的失效时间。",
    "After this an unused initial password is dead."
  ),
  assumed(
    "operators.manageableOrigins",
    "管理员可删除、重置的账号来源；手册只说迁移用户。",
    "Origins an administrator may delete or reset; the manual says migrated users."
  ),
  assumed(
    "operators.compareLegalRepresentativeName",
    "与管理员比对企业信息时包括法人姓名。",
    "The comparison with the administrator includes the legal representative's name."
  ),
  assumed("registration.askRegistry", "注册管理员时向登记机关核验。", "Registering an administrator asks the registry.")
]
