import * as Schema from "effect/Schema"

/** 安全级别, lowest first. Only 法定代表人 = 中 is the manual's own word; the others are policy. */
export const SecurityLevel = Schema.Literal("none", "low", "medium", "high")
export type SecurityLevel = typeof SecurityLevel.Type

const order: ReadonlyArray<SecurityLevel> = SecurityLevel.literals

export const rank = (level: SecurityLevel): number => order.indexOf(level)

export const highest = (levels: Iterable<SecurityLevel>): SecurityLevel => {
  let best: SecurityLevel = "none"
  for (const level of levels) if (rank(level) > rank(best)) best = level
  return best
}
