import type { AccountEventTag } from "@single-window/core"

/** What happened, in the journal's own vocabulary: an event without a name does not compile. */
const names: Readonly<Record<AccountEventTag, string>> = {
  AdministratorRegistered: "注册管理员",
  AccountMigrated: "从其他系统迁移",
  CardlessOperatorAdded: "新增无卡操作员",
  AccountTakenOver: "接管账号",
  PasswordTried: "登录: 输入密码",
  LoggedIn: "登录",
  PasswordChanged: "修改密码",
  PasswordReset: "重置为初始密码",
  AccountUnlocked: "解除锁定",
  EnterpriseEdited: "修改企业信息",
  EnterpriseCorrected: "更正企业信息",
  HolderEdited: "修改身份信息",
  CertificationVoided: "实名认证失效",
  CardBindingVoided: "绑卡失效",
  CardBound: "绑卡",
  CardUnbound: "解除绑卡",
  CertificationStarted: "开始实名认证",
  CardPresented: "读卡核验企业",
  EnterpriseVerified: "企业信息核验通过",
  BankAnswered: "银行答复通过",
  BankDeclinedRequest: "银行拒绝",
  BankCardCodeSent: "发送手机验证码",
  BankCardCodeMissed: "手机验证码错误",
  BankCardCodeUnsent: "验证码未能发出",
  AttemptSpent: "核验未过",
  PersonVerified: "身份核验通过",
  CertificationGranted: "实名认证通过",
  JourneyReopened: "退回上一步",
  CertificationAbandoned: "放弃认证",
  CertificationRanOut: "认证超时",
  EnterpriseFoundNotVerifiable: "企业无法核验",
  OperatorAdmitted: "成为企业操作员",
  AccountDeleted: "删除",
  AccountRestored: "恢复",
  HolderRevealed: "揭示个人信息"
}

/** Words and codes that an entry shows of its event. */
const details: Readonly<Record<string, string>> = {
  "ic-card": "IC 卡",
  "legal-representative": "法定代表人",
  "bank-ukey": "银行 UKEY",
  "account-holder": "归属人",
  "id-card": "身份证",
  "bank-card": "银行卡",
  enterprise: "企业",
  holder: "归属人",
  "identity-changed": "因改了身份信息",
  "enterprise-changed": "因改了企业信息",
  "corrected-by-staff": "因工作人员更正",
  recreated: "因账号重建",
  low: "低级别",
  medium: "中级别",
  high: "高级别",
  password: "密码",
  "legal-person": "法人卡",
  operator: "操作员卡",
  unknown: "卡种不明"
}

export const zhCN = {
  names,
  details,
  self: "本人",
  anonymous: "(未登录)",
  staff: (name: string, role: string | undefined) => `工作人员 ${name}${role === undefined ? "" : ` (${role})`}`,
  roles: { viewer: "查看", clerk: "经办", supervisor: "主管" } as Readonly<Record<string, string>>,
  system: (name: string) => (name === "import" ? "系统 (迁移导入)" : `系统 ${name}`),
  card: (end: string) => `法人卡 ${end}`,
  byCard: (name: string) => `${name} (用卡)`
}

export type EventWords = typeof zhCN
