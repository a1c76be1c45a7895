import { Refused } from "../domain/Refused.js"

/**
 * The registry does not agree; `fields` when it says where. 推荐使用管理员协助验证的方式…或访问“国家企业信用信息公示系统”…如核实后发现填写有误请…重新填写;
 * 如核实信息无误, 需提供企业相关证明材料并联系单一窗口客服协助更正: the remedies stand in that order.
 */
export class EnterpriseNotMatched extends Refused("EnterpriseNotMatched")<{ fields?: ReadonlyArray<string> }>({
  rules: ["R-11", "R-15", "R-16", "R-54"],
  remedies: ["AskAdministrator", "CheckPublicitySystem", "Refill", "ContactSupportWithEvidence"]
}) {}

export const notMatched = (fields?: ReadonlyArray<string>): EnterpriseNotMatched =>
  new EnterpriseNotMatched(fields === undefined ? {} : { fields })
