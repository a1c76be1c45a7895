import { Refused } from "../domain/Refused.js"

/** 企业（或事业单位）信息无法通过系统核验，法定代表人身份认证无法完成。建议…银行 Ukey 认证、中国电子口岸 IC 卡认证（推荐此方法）(R-55): not the same as a mismatch. */
export class EnterpriseNotVerifiable extends Refused("EnterpriseNotVerifiable")<{}>({
  rules: ["R-55"],
  remedies: ["UseIcCard", "UseBankUkey"]
}) {}
