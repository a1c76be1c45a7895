import type { Method } from "../domain/Method.js"

/** 如有 IC 卡建议优先使用 IC 卡认证; all three are offered, the rest in the manual's order. */
export const recommended = (): ReadonlyArray<Method> => ["ic-card", "legal-representative", "bank-ukey"]
