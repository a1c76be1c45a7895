import { isoTime } from "../domain/time.js"
import { type ProblemCode, problemCodes, problemSentence } from "../identifiers/index.js"
import { beijingTime, type Messages, nameIn, wordIn } from "./sentences.js"

const names: Messages["names"] = {
  name: "名称（姓名）",
  unifiedSocialCreditCode: "统一社会信用代码",
  organizationCode: "组织机构代码",
  legalRepresentativeName: "法人姓名",
  legalRepresentativeDocument: "法人证件",
  "legalRepresentativeDocument.type": "法人证件类型",
  "legalRepresentativeDocument.number": "法人证件号码",
  document: "证件",
  "document.type": "证件类型",
  "document.number": "证件号码",
  documentType: "证件类型",
  documentNumber: "证件号码",
  validity: "身份证有效期",
  validFrom: "身份证有效起始日期",
  validTo: "身份证有效截止日期",
  mobile: "手机号",
  email: "邮箱",
  username: "用户名",
  password: "密码",
  cardNumber: "银行卡号",
  code: "手机验证码",
  account: "账号",
  reason: "事由",
  evidence: "证明材料编号",
  card: "卡介质",
  bank: "银行",
  idempotencyKey: "幂等键",
  do: "命令",
  with: "命令的内容",
  "enterprise.name": "企业名称",
  "holder.name": "姓名",
  enterprise: "企业信息",
  holder: "账号归属人信息",
  "validity.from": "身份证有效起始日期",
  "validity.to": "身份证有效截止日期",
  current: "原密码",
  next: "新密码",
  pin: "卡密码",
  captcha: "验证码",
  "captcha.id": "验证码编号",
  "captcha.answer": "验证码",
  method: "认证方式",
  subject: "核验对象",
  parameters: "银行返回的参数"
}

const steps: Messages["steps"] = {
  start: "开始实名认证",
  card: "用卡介质验证企业信息",
  enterprise: "核验企业信息",
  bank: "到银行网站认证",
  "legal-representative": "核验法人身份信息",
  "account-holder": "核验账号归属人身份信息"
}

const ports: Messages["ports"] = {
  registry: "企业登记信息核验",
  "id-card": "身份证核验（CTID）",
  "bank-card": "银行卡核验",
  sms: "短信发送",
  "bank-ukey": "银行 UKEY 认证",
  card: "读卡",
  captcha: "验证码校验",
  password: "密码校验",
  vault: "数据加解密"
}

const cardStates: Messages["cardStates"] = {
  frozen: "已冻结",
  lost: "已挂失",
  closed: "已销户",
  corporate: "不是个人银行卡",
  "not-supported": "该类银行卡不支持核验"
}

const name = (key: string) => nameIn(names, key)
const list = (keys: ReadonlyArray<string>) => keys.map(name).join("、")
const time = (epoch: number) => beijingTime(epoch, isoTime)
const later = (until: number | undefined) => (until === undefined ? "" : `，请于 ${time(until)} 之后再试`)

const problems: Readonly<Record<string, string>> = {
  missing: "未填写",
  format: "格式不对",
  "initial-password": "不能使用初始密码",
  "same-as-current": "不能与原密码相同",
  "same-as-username": "不能与用户名相同",
  "too-few-character-classes": "字符种类太少，请混用大写字母、小写字母、数字和符号",
  "unknown-field": "没有这个字段",
  unknown: "不认识的取值",
  type: "格式不对",
  "too-long": "过长",
  "control-character": "含有控制字符",
  "ill-formed": "含有不完整的字符",
  "not-manageable": "不是可由管理员管理的账号",
  "bound-to-another-account": "已绑定其他账号",
  "used-for-another-command": "已用于另一条命令"
}

/** What is wrong with a field, in a few words. */
export const problem = (code: string): string =>
  Object.hasOwn(problems, code)
    ? wordIn(problems, code)
    : problemCodes.some((known) => known === code)
      ? problemSentence({ code: code as ProblemCode, severity: "error" }, "zh")
      : "不可用"

export const zhCN: Messages = {
  names,
  steps,
  ports,
  cardStates,
  refusals: {
    NotInScope: () =>
      "本功能只适用于从其他系统迁移来的、未做实名认证的企业用户；通过单一窗口注册或直接用卡登录的用户无需在此认证",
    AlreadyCertified: () => "该账号已完成实名认证",
    CaptchaWrong: () => "验证码不正确，请重新获取",
    CredentialsWrong: () => "用户名或密码不正确",
    AccountLocked: ({ until }) => `账号已锁定${until === undefined ? "，须由工作人员解锁" : later(until)}`,
    PasswordChangeRequired: () => "请先修改初始密码，再进行其他操作",
    PasswordUnacceptable: ({ problem: code }) => `新密码不可用：${problem(code)}`,
    InformationIncomplete: ({ fields }) => `信息缺失或不正确，请先修改：${list(fields)}`,
    FieldInvalid: ({ field, problem: code }) => `${name(field)}：${problem(code)}`,
    OrganizationCodeMismatch: () => "组织机构代码应与统一社会信用代码的第 9 至 17 位一致",
    TooManyFieldsChanged: ({ changed }) =>
      `企业名称、统一社会信用代码、组织机构代码最多只能修改两项信息，本次改动了 ${changed.length} 项：${list(changed)}。换成另一家企业的统一社会信用代码时，组织机构代码随之反填，已用去两项`,
    EnterpriseNotMatched: ({ fields = [] }) => {
      const known = fields.filter((field) => Object.hasOwn(names, field))
      return `企业信息校验不通过${known.length === 0 ? "" : `：${list(known)}`}`
    },
    EnterpriseNotVerifiable: () =>
      "因某些特殊原因，您的企业（或事业单位）信息无法通过系统核验，法定代表人身份认证无法完成",
    PassportNotPrc: () => "证件类型为“护照”时，只能填写中华人民共和国制发的护照，不能填写境外机构制发的护照",
    DocumentAlreadyInEnterprise: () => "该证件类型证件号已存在",
    StepOutOfOrder: ({ expected }) => `请按顺序进行，当前应先${wordIn(steps, expected)}`,
    CertificationExpired: () => "本次认证已超时，请重新开始",
    FieldLocked: ({ field }) => `${name(field)}不可在此修改`,
    IdCardOnly: () => "身份证认证方式只支持证件类型为身份证的情况，请使用银行卡认证",
    PersonNotMatched: () => "身份信息核验未通过，请仔细检查姓名、号码、有效起始日期、有效截止日期，各项必须全部正确",
    PersonNotOnRecord: () => "可信身份认证平台中没有该身份证，请用 CTID APP 同步身份证信息后再试，或切换到银行卡认证",
    BankCardNotMatched: () => "银行卡核验未通过，请使用本人的个人银行卡和银行预留手机号",
    BankCardUnusable: ({ state }) =>
      `该银行卡当前不可用${Object.hasOwn(cardStates, state) ? `（${wordIn(cardStates, state)}）` : ""}`,
    SmsCodeWrong: ({ attemptsLeft }) => `手机验证码不正确，还可再试 ${attemptsLeft} 次`,
    SmsCodeExpired: () => "手机验证码已失效，请重新获取",
    SmsCodeTooSoon: ({ retryAt }) => `获取验证码过于频繁${later(retryAt)}`,
    AttemptsExhausted: ({ until }) => `核验未通过的次数已达上限${later(until)}`,
    VerifierUnavailable: ({ port, retryAt }) =>
      `暂时无法进行${wordIn(ports, port)}，已填内容和次数不受影响${later(retryAt)}`,
    CardControlMissing: () => "未检测到客户端控件，请先安装",
    CardReaderMissing: () => "未检测到读卡器",
    CardMissing: () => "请插入 IC 卡或者 Key",
    CardPinWrong: ({ attemptsLeft }) =>
      `卡密码不正确${attemptsLeft === undefined ? "" : `，还可再试 ${attemptsLeft} 次`}`,
    CardPinLocked: () => "卡密码已锁定，请到制卡机构解锁",
    CardExpired: () => "您的 IC 卡已过期",
    CardNotTrusted: () => "该卡介质的证书或签名未通过验证",
    CardOfAnotherEnterprise: () => "该卡介质不属于本企业，请使用本企业的卡",
    CardNotBound: () => "该卡未绑定任何账号，请用用户名登录后绑定",
    BankNotSupported: () => "目前不支持该银行",
    BankReturnNotTrusted: () => "银行返回的信息未通过验证，未作任何更改",
    BankReturnReplayed: () => "该银行认证结果已使用过",
    BankReturnExpired: () => "银行认证已超时，请重新开始",
    BankDeclined: () => "银行认证未成功",
    BankEnterpriseDiffers: () => "银行账户的企业与本账号的企业不一致",
    AdministratorNotRegistered: ({ address }) => `本企业尚未注册管理员账号，请先注册：${address}`,
    AdministratorAlreadyRegistered: () => "本企业已注册管理员账号",
    EnterpriseDiffersFromAdministrator: ({ fields }) => `该用户的企业基本信息与管理员账号不一致：${list(fields)}`,
    OperatorCardCannotManage: () => "操作员卡不能管理操作员，请使用法人卡或者管理员用户名登录",
    AdministratorProtected: () => "不能对管理员账号或本人账号进行该操作",
    UsernameInvalid: () => "用户名应为 6-18 位英文字母或字母与数字组合",
    UsernameTaken: () => "该用户名已被使用",
    UsernameReserved: () => "该用户名保留给曾经迁移该用户的企业",
    NotPermitted: () => "无权进行该操作",
    NotFound: () => "未找到该账号",
    Stale: () => "数据刚被更改，请重新打开后再试",
    StoreUnavailable: ({ reason }) => `暂时无法读取或保存数据：${reason}`
  },
  remedies: {
    Refill: "检查后重新填写",
    AskAdministrator: "推荐使用管理员协助验证的方式，由本企业管理员将您升级为操作员",
    CheckPublicitySystem: "到国家企业信用信息公示系统核实企业信息",
    ContactSupportWithEvidence: "如核实信息无误，请提供企业相关证明材料并联系单一窗口客服协助更正",
    OpenCtid: "点击“帮助”了解 CTID 的开通",
    SyncIdInCtid: "用手机下载 CTID APP，同步身份证信息后再认证",
    SwitchToBankCard: "切换到银行卡认证",
    UseIcCard: "使用中国电子口岸 IC 卡认证（推荐此方法）",
    UseBankUkey: "使用银行 UKEY 认证",
    UseLegalRepresentative: "使用法定代表人身份证件信息认证",
    InstallCardControl: "安装客户端控件",
    InsertCard: "插好读卡器和卡后重试",
    RenewCard: "到制卡机构办理延期、解锁或换卡",
    RegisterAdministrator: "注册企业管理员",
    DeleteAndRecreate: "由管理员删除后，用“新增无卡操作员”新增同名用户",
    WaitUntil: "过一会儿再试",
    ChangePasswordFirst: "先修改初始密码"
  }
}
