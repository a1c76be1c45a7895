import type { Method } from "../domain/Method.js"
import type { Policy } from "../domain/Policy.js"
import type { SecurityLevel } from "../domain/SecurityLevel.js"

/** 完成法定代表人身份认证安全级别为：中; the other two levels are policy's own reading (D10). */
export const levelFor = (method: Method, policy: Policy): SecurityLevel => policy.certification.levels[method]
