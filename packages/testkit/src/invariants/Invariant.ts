/** What holds after every command, whoever acts and whatever fails. */
export const invariants = {
  "I-0": {
    zh: "每条命令只以结果或一种拒绝作答，从不因程序错误而中断",
    en: "Every command is answered with a result or a refusal, never with a defect"
  },
  "I-1": {
    zh: "同一企业的在用账号，证件（类型与规范号码）不重复",
    en: "No two live accounts of one enterprise have the same document"
  },
  "I-2": {
    zh: "安全级别只由现时有效的认证得出，从不高于它",
    en: "The level follows from evidence that stands, and is never above it"
  },
  "I-3": {
    zh: "认证通过，当且仅当各步骤都由核验方答“一致”，且针对同一份资料",
    en: "Certified only when every step was answered with a match, about the same values"
  },
  "I-4": {
    zh: "修改身份或企业信息，同时使依赖它的认证与绑卡失效",
    en: "An edit voids, at once, the certification and the card binding that rested on what it changed"
  },
  "I-5": {
    zh: "一次保存最多改动三项企业信息中的两项；组织机构代码即信用代码第 9 至 17 位",
    en: "A save changes at most two of the three enterprise fields; the organization code is characters 9 to 17 of the USCC"
  },
  "I-6": {
    zh: "短信验证码、银行认证结果、幂等键都只用一次",
    en: "An SMS code, a bank's answer, an idempotency key is used once"
  },
  "I-7": {
    zh: "初始密码未修改前只能修改密码；已结束的会话不能再用",
    en: "With the initial password one can only change it; a session that was ended is of no use"
  },
  "I-8": {
    zh: "每次状态变更都有一条连环的日志，由日志可重建全部状态",
    en: "Every change of state is one record of the chained journal, and the state can be rebuilt from it"
  },
  "I-9": { zh: "读写从不越过企业", en: "No write crosses from one enterprise into another" },
  "I-10": { zh: "失败次数如实计数，到限即止", en: "Failures are counted as they happen, and the limits hold" },
  "I-11": { zh: "个人信息在存储中从不以明文出现", en: "No personal data stands in the store in plain" },
  "I-12": {
    zh: "用户名、管理员席位、卡各归一个账号；同名重建的是另一个主体",
    en: "A user name, an administrator's seat, a card belongs to one account; who is recreated is another subject"
  }
} as const
export type InvariantId = keyof typeof invariants
export const invariantIds = Object.keys(invariants) as ReadonlyArray<InvariantId>

/** An invariant that does not hold. No personal data: ids, user names, field names and numbers of things only. */
export interface Violation {
  readonly invariant: InvariantId
  /** The account's id; "" when it is about none. */
  readonly account: string
  readonly username: string
  /** What exactly, as a code: `binding-not-voided`. */
  readonly what: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** Says that an invariant does not hold for the account at hand. */
export type Report = (invariant: InvariantId, what: string, facts?: Violation["facts"]) => void
