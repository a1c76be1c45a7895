import type { Says } from "./Rule.js"

export type DecisionId = "D1" | "D2" | "D3" | "D4" | "D5" | "D6" | "D7" | "D8" | "D9" | "D10"

/** A question that the manual leaves open, and our answer. */
export interface Decision {
  readonly id: DecisionId
  /** Modules of the core that keep it, without their ending. */
  readonly kept: ReadonlyArray<string>
  readonly says: Says
}

const decision = (id: DecisionId, kept: ReadonlyArray<string>, zh: string, en: string): Decision => ({
  id,
  kept,
  says: { zh, en }
})

/** The ten readings that most depends on; where a host may read otherwise there is a value of the policy. */
export const decisions: ReadonlyArray<Decision> = [
  decision(
    "D1",
    ["rules/EnterpriseEditLimit"],
    "“最多改两项”按每次保存计算，与当前存储值相比，书写形式统一之后再比。",
    "At most two of three is counted in each save, against the values stored now, after normalisation."
  ),
  decision(
    "D2",
    ["rules/EnterpriseEditLimit", "rules/OrganizationCodeBackfill"],
    "反填若使组织机构代码确有变化，也算一项；因此换成另一机构的统一社会信用代码时，不能同时改名称。",
    "A back-fill that really changes the organization code counts; so with another organization's USCC the name cannot change in the same save."
  ),
  decision(
    "D3",
    ["rules/EnterpriseEditLimit"],
    "补填空白项算一项变化；三项全空的，首次可三项同填。",
    "Filling a blank counts as a change; where all three are blank a first entry of all three is allowed."
  ),
  decision(
    "D4",
    ["rules/OrganizationCodeBackfill"],
    "有统一社会信用代码时，组织机构代码须为其第9至17位；没有时可单独存在。",
    "With a USCC, the organization code is its characters 9 to 17; without one it stands alone."
  ),
  decision(
    "D5",
    ["domain/Enterprise"],
    "统一社会信用代码校验码不符的默认拒绝；可放宽为提醒，由登记机关判定。",
    "A wrong USCC check character is refused by default; it can be a warning, and the registry decides."
  ),
  decision(
    "D6",
    ["rules/CardBelongsToEnterprise"],
    "IC 卡以卡内九位组织机构代码认定是否本企业，名称只作参考。",
    "An IC card belongs to the enterprise by its nine-character organization code; the name is only a second sign."
  ),
  decision(
    "D7",
    ["rules/IdentityChangeVoids"],
    "身份信息任何真实变化都使认证和绑卡失效，内容未变的保存不影响；企业信息变化只影响企业方面。",
    "Any real change of identity voids certification and card binding, an unchanged save nothing; a change of enterprise voids that facet."
  ),
  decision(
    "D8",
    ["rules/DocumentUniqueness", "store/Claims"],
    "同一企业未删除的账号之间，证件类型与规范化号码都相同即为重复，不与自身相比。",
    "A repetition is the same type and normalised number among live accounts of one enterprise, itself left out."
  ),
  decision(
    "D9",
    ["commands/AdmitOperator", "commands/RecreateOperator"],
    "手册没有升级按钮：升级即由管理员接纳相符的账号，或删除后以同一用户名重新新增。",
    "The manual has no upgrade button: upgrading is admission by the administrator, or deleting and adding again under the same name."
  ),
  decision(
    "D10",
    ["rules/GrantedLevel"],
    "手册只说明法定代表人认证为中；其余两种方式的级别为推定。",
    "The manual states medium for the legal representative only; the other two levels are assumed."
  )
]
