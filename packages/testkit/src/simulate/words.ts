import type { Language, RefusalTag } from "@single-window/core"
import type { Place, StuckOn } from "./funnel.js"

/** What a report says beside numbers and names. */
export interface ReportWords {
  readonly places: Readonly<Record<Place, string>>
  readonly reasons: Readonly<Record<StuckOn, string>>
  readonly heading: (seed: string, accounts: number, days: number, faults: string) => string
  readonly lived: (days: number, commands: number, events: number) => string
  readonly leftOut: (count: number) => string
  readonly standing: string
  readonly stuck: string
  readonly commands: string
  readonly refusals: string
  readonly columns: readonly [command: string, done: string, refused: string, unheard: string]
  readonly holds: (count: number) => string
  readonly broken: string
  readonly account: string
  readonly lastCommands: string
  readonly scenario: string
  readonly noScenario: string
}

const zhReasons: Readonly<Record<RefusalTag, string>> = {
  NotInScope: "不在适用范围",
  AlreadyCertified: "已认证",
  CaptchaWrong: "验证码不正确",
  CredentialsWrong: "用户名或密码不正确",
  AccountLocked: "账号已锁定",
  PasswordChangeRequired: "须先修改初始密码",
  PasswordUnacceptable: "新密码不可用",
  InformationIncomplete: "信息缺失或不正确",
  FieldInvalid: "字段填写有误",
  OrganizationCodeMismatch: "组织机构代码与信用代码不符",
  TooManyFieldsChanged: "企业信息改动超过两项",
  EnterpriseNotMatched: "企业信息校验不通过",
  EnterpriseNotVerifiable: "企业信息无法核验",
  PassportNotPrc: "非中国护照",
  DocumentAlreadyInEnterprise: "证件已在本企业",
  StepOutOfOrder: "步骤不按顺序",
  CertificationExpired: "认证已超时",
  FieldLocked: "字段不可修改",
  IdCardOnly: "只支持身份证",
  PersonNotMatched: "身份信息不一致",
  PersonNotOnRecord: "不在可信身份认证平台",
  BankCardNotMatched: "银行卡信息不一致",
  BankCardUnusable: "银行卡不可用",
  SmsCodeWrong: "短信验证码不正确",
  SmsCodeExpired: "短信验证码已失效",
  SmsCodeTooSoon: "获取短信验证码过于频繁",
  AttemptsExhausted: "次数已用完",
  VerifierUnavailable: "核验服务不可用",
  CardControlMissing: "未装客户端控件",
  CardReaderMissing: "未接读卡器",
  CardMissing: "未插卡",
  CardPinWrong: "卡密码不正确",
  CardPinLocked: "卡密码已锁定",
  CardExpired: "卡已过期",
  CardNotTrusted: "卡未通过验证",
  CardOfAnotherEnterprise: "不是本企业的卡",
  CardNotBound: "卡未绑定账号",
  BankNotSupported: "不支持该银行",
  BankReturnNotTrusted: "银行返回未通过验证",
  BankReturnReplayed: "银行返回已用过",
  BankReturnExpired: "银行认证已超时",
  BankDeclined: "银行认证未成功",
  BankEnterpriseDiffers: "银行账户属于另一企业",
  AdministratorNotRegistered: "没有管理员",
  AdministratorAlreadyRegistered: "已有管理员",
  EnterpriseDiffersFromAdministrator: "企业信息与管理员不一致",
  OperatorCardCannotManage: "操作员卡不能管理",
  AdministratorProtected: "管理员账号受保护",
  UsernameInvalid: "用户名不合规则",
  UsernameTaken: "用户名已被使用",
  UsernameReserved: "用户名已保留",
  NotPermitted: "无权操作",
  NotFound: "未找到",
  Stale: "数据已被他人更改",
  StoreUnavailable: "无法读写数据"
}

const zh: ReportWords = {
  places: {
    "certified-high": "已认证（高）",
    "certified-medium": "已认证（中）",
    "certified-low": "已认证（低）",
    "in-journey": "认证进行中",
    "needs-administrator": "等管理员协助",
    "needs-service": "等客服处理",
    "information-incomplete": "信息不全",
    "initial-password": "初始密码未改",
    uncertified: "未认证",
    locked: "已锁定",
    deleted: "已删除",
    administrator: "管理员"
  },
  reasons: {
    ...zhReasons,
    "no-means": "没有任何认证条件（卡、法定代表人、银行）",
    "never-came": "从未登录",
    "on-the-way": "尚在途中"
  },
  heading: (seed, accounts, days, faults) => `模拟：种子 ${seed}，账号 ${accounts} 个，${days} 天，故障 ${faults}`,
  lived: (days, commands, events) => `过了 ${days} 天，命令 ${commands} 条，事件 ${events} 个`,
  leftOut: (count) => `未导入 ${count} 行（重复或无法保存）`,
  standing: "账号现状",
  stuck: "卡在哪里",
  commands: "命令与结果",
  refusals: "拒绝",
  columns: ["命令", "成功", "拒绝", "无人听到"],
  holds: (count) => `全部 ${count} 条不变量成立，日志校验与重建一致`,
  broken: "不变量被破坏",
  account: "账号",
  lastCommands: "最后的命令",
  scenario: "可重现的情景文件：",
  noScenario: "没有找到能重现它的情景文件；用同样的种子可重现"
}

const enPlaces: ReportWords["places"] = {
  "certified-high": "certified (high)",
  "certified-medium": "certified (medium)",
  "certified-low": "certified (low)",
  "in-journey": "in a journey",
  "needs-administrator": "needs the administrator",
  "needs-service": "needs customer service",
  "information-incomplete": "information incomplete",
  "initial-password": "initial password unchanged",
  uncertified: "uncertified",
  locked: "locked",
  deleted: "deleted",
  administrator: "administrator"
}

/** A tag says in English what it says: `PersonNotOnRecord` is "person not on record". */
const spelled = (tag: string): string => tag.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase()

const en: ReportWords = {
  places: enPlaces,
  reasons: {
    ...(Object.fromEntries(Object.keys(zhReasons).map((tag) => [tag, spelled(tag)])) as Record<RefusalTag, string>),
    "no-means": "no card, representative or bank",
    "never-came": "never came",
    "on-the-way": "on the way"
  },
  heading: (seed, accounts, days, faults) =>
    `Simulation: seed ${seed}, ${accounts} accounts, ${days} days, faults ${faults}`,
  lived: (days, commands, events) => `${days} days, ${commands} commands, ${events} events`,
  leftOut: (count) => `${count} rows not imported (duplicate or not fit to be stored)`,
  standing: "Where accounts stand",
  stuck: "Where they are stuck",
  commands: "Commands and what came of them",
  refusals: "Refusals",
  columns: ["command", "done", "refused", "unheard"],
  holds: (count) => `All ${count} invariants hold; the journal verifies and rebuilds every account`,
  broken: "An invariant does not hold",
  account: "account",
  lastCommands: "Its last commands",
  scenario: "A scenario file that reproduces it:",
  noScenario: "No scenario file was found that reproduces it; the same seed does"
}

export const reportWords: Readonly<Record<Language, ReportWords>> = { zh, en }
