import { Verdict } from "@single-window/core"
import { answer, type CodeRow, type CodeTable, limited, type Meaning, unavailable } from "../outbound/CodeTable.js"

const { InvalidInput, Match, Mismatch, NoRecord, NotSupported, Unusable } = Verdict

const row = <Answer>(code: string, means: Meaning<Answer>, zh: string, en: string): CodeRow<Answer> => ({
  code,
  means,
  zh,
  en
})
const unusable = (state: string) => answer<Verdict>(Unusable({ state }))
const match = answer<Verdict>(Match())
const mismatch = answer<Verdict>(Mismatch({}))
const noRecord = answer<Verdict>(NoRecord())
const notSupported = answer<Verdict>(NotSupported())
const wrong = (field: string) => answer<Verdict>(InvalidInput({ field }))

/** Whether there is a result at all, by `Code`, for calls of version 2019-03-07. `field` is what the vendor takes for wrong. */
const person = (field: string): ReadonlyArray<CodeRow> => [
  row("400", unavailable("not-understood"), "参数不能为空", "a parameter is empty"),
  row("401", wrong(field), "参数非法", "illegal parameter"),
  row("402", unavailable("outage"), "权威源服务异常", "the authoritative source is out of service"),
  row("403", limited("unknown"), "异常重复调用", "asked too often"),
  row("410", unavailable("account"), "未开通服务", "service not activated"),
  row("411", unavailable("account"), "RAM 无权限", "RAM user without permission"),
  row("412", unavailable("account"), "欠费中", "account in arrears"),
  row("500", unavailable("outage"), "系统错误", "internal error")
]

const id2MetaPeriodVerify: ReadonlyArray<CodeRow> = [
  row("1", match, "校验一致", "consistent"),
  row("2", mismatch, "校验不一致", "not consistent"),
  row("3", noRecord, "查无记录", "no record")
]

/** `BizCode/SubCode`; where the second is missing or new, the first decides, unless it is a yes. */
const bankMetaVerify: ReadonlyArray<CodeRow> = [
  row("1/101", match, "验证通过", "passed"),
  row("1", match, "核验一致", "consistent"),
  row("2/201", mismatch, "持卡人信息有误", "holder's data wrong"),
  row("2/202", unusable("card-not-present-off"), "未开通认证支付", "card not opened for such payment"),
  row("2/203", unusable("expired"), "银行卡已过期", "expired"),
  row("2/204", unusable("restricted"), "受限制的卡", "restricted"),
  row("2/205", unusable("confiscated"), "此卡被没收", "confiscated"),
  row("2/206", unusable("invalid"), "银行卡无效", "card invalid"),
  row("2/207", noRecord, "此卡无对应发卡行", "no issuer"),
  row("2/208", unusable("dormant"), "未初始化或睡眠卡", "not initialised or dormant"),
  row("2/209", unusable("fraud"), "作弊卡、吞卡", "fraud card"),
  row("2/210", unusable("lost"), "此卡已挂失", "reported lost"),
  row("2/211", unusable("pin-locked"), "密码错误次数超限", "too many PIN errors"),
  row("2/212", notSupported, "发卡行不支持此交易", "issuer does not support it"),
  row("2/213", unusable("abnormal"), "卡状态不正常", "abnormal card state"),
  row("2/214", unusable("no-reserved-mobile"), "未预留手机号", "no mobile number reserved"),
  row("2/215", mismatch, "密码、有效期或 CVN2 有误", "PIN, expiry or CVN2 wrong"),
  row("2/216", unusable("abnormal"), "其他卡异常", "other card trouble"),
  row("2", mismatch, "核验不一致", "not consistent"),
  row("3/301", notSupported, "银行卡不支持此业务", "card does not support it"),
  row("3/302", unusable("refused-by-bank"), "验证失败或银行拒绝核验", "the bank refuses to verify it"),
  row("3/303", notSupported, "暂不支持手机号核验", "mobile number cannot be verified"),
  row("3/304", wrong("cardNumber"), "银行卡号有误", "card number wrong"),
  row("3/305", noRecord, "其他原因无法核验", "cannot be verified for another reason"),
  row("3/306", limited("tomorrow"), "验证次数超限", "too many checks"),
  row("3", noRecord, "查无记录", "no record")
]

/** `BizCode/Status`: a yes counts only for an enterprise that is in operation. */
const entElementVerify: ReadonlyArray<CodeRow> = [
  row("1/1", match, "一致，在营（开业）", "consistent, in operation"),
  row("1/2", unusable("relocated"), "一致，迁出", "consistent, relocated"),
  row("1/3", unusable("deregistered"), "一致，注销", "consistent, deregistered"),
  row("1/4", unusable("revoked"), "一致，吊销", "consistent, revoked"),
  row("1/5", unusable("cancelled"), "一致，撤销", "consistent, cancelled"),
  row("1/6", unusable("suspended"), "一致，停业", "consistent, suspended"),
  row("1/0", unusable("other"), "一致，其他经营状态", "consistent, another status"),
  row("2", mismatch, "不一致", "not consistent"),
  row("3", noRecord, "未查得", "not found")
]

/** What `ReasonDetail` calls the elements. */
export const elements: ReadonlyMap<string, string> = new Map([
  ["EntNameFlag", "name"],
  ["LicenseNoFlag", "unifiedSocialCreditCode"],
  ["LegalPersonNameFlag", "legalRepresentativeName"],
  ["LegalPersonCertNoFlag", "legalRepresentativeDocument"]
])

/** https://help.aliyun.com/document_detail/101346.html */
const sendSms: ReadonlyArray<CodeRow<"sent">> = [
  row("OK", answer("sent"), "请求成功", "accepted"),
  row("isv.BUSINESS_LIMIT_CONTROL", limited("unknown"), "触发号码流控", "too many messages to this number"),
  row("isv.DAY_LIMIT_CONTROL", limited("tomorrow"), "触发日发送限额", "daily limit reached"),
  row("isv.MONTH_LIMIT_CONTROL", limited("unknown"), "触发月发送限额", "monthly limit reached"),
  row("isv.MOBILE_COUNT_OVER_LIMIT", limited("unknown"), "手机号码数量超过限制", "too many numbers"),
  row("isv.MOBILE_NUMBER_ILLEGAL", unavailable("not-understood"), "手机号码格式错误", "illegal mobile number"),
  row("isv.OUT_OF_SERVICE", unavailable("account"), "业务停机", "account suspended"),
  row("isv.AMOUNT_NOT_ENOUGH", unavailable("account"), "账户余额不足", "balance too low"),
  row("isv.ACCOUNT_NOT_EXISTS", unavailable("account"), "账户不存在", "no such account"),
  row("isv.ACCOUNT_ABNORMAL", unavailable("account"), "账户异常", "account not in order"),
  row("isv.PRODUCT_UNSUBSCRIBE", unavailable("account"), "产品未开通", "product not activated"),
  row("isv.PRODUCT_UN_SUBSCRIPT", unavailable("account"), "未开通云通信产品", "service not activated"),
  row("isp.RAM_PERMISSION_DENY", unavailable("account"), "RAM 权限不足", "RAM user without permission"),
  row("isv.DENY_IP_RANGE", unavailable("account"), "源 IP 地址所在地区被禁用", "address range not allowed"),
  row("isv.SMS_SIGNATURE_ILLEGAL", unavailable("account"), "签名不合法", "signature not approved"),
  row("isv.SMS_SIGN_ILLEGAL", unavailable("account"), "签名禁止使用", "signature forbidden"),
  row("isv.SMS_SIGNATURE_SCENE_ILLEGAL", unavailable("account"), "签名场景非法", "signature not for this use"),
  row("isv.SMS_TEMPLATE_ILLEGAL", unavailable("account"), "模板不合法", "template not approved"),
  row("isv.TEMPLATE_MISSING_PARAMETERS", unavailable("account"), "模板缺少变量", "a template variable is missing"),
  row("isv.TEMPLATE_PARAMS_ILLEGAL", unavailable("account"), "模板变量不合法", "illegal template variable"),
  row("isv.EXTEND_CODE_ERROR", unavailable("account"), "扩展码使用错误", "extension code wrong"),
  row(
    "isv.DOMESTIC_NUMBER_NOT_SUPPORTED",
    unavailable("account"),
    "模板不支持境内号码",
    "template not for the mainland"
  ),
  row("isv.INVALID_PARAMETERS", unavailable("not-understood"), "参数格式错误", "illegal parameter"),
  row("isv.INVALID_JSON_PARAM", unavailable("not-understood"), "参数不是 JSON 字符串", "parameter is not JSON"),
  row("isv.PARAM_LENGTH_LIMIT", unavailable("not-understood"), "参数超过长度限制", "parameter too long"),
  row("isv.PARAM_NOT_SUPPORT_URL", unavailable("not-understood"), "不支持 URL", "no address allowed"),
  row("isv.BLACK_KEY_CONTROL_LIMIT", unavailable("not-understood"), "黑名单管控", "blocked words"),
  row("isv.SMS_CONTENT_ILLEGAL", unavailable("not-understood"), "短信内容包含禁止内容", "forbidden content"),
  row("isp.SYSTEM_ERROR", unavailable("outage"), "系统错误", "system error"),
  row("isp.GATEWAY_ERROR", unavailable("outage"), "调用发送应用模块失败", "gateway error"),
  row("isv.SYSTEM_ERROR", unavailable("outage"), "系统错误", "system error")
]

/** What any call can be answered in place of a result: https://api.aliyun.com/document, common errors. */
const error: ReadonlyArray<CodeRow<never>> = [
  row("Throttling", limited("unknown"), "请求被流控", "too many requests"),
  row("ServiceUnavailable", unavailable("outage"), "服务暂时不可用", "service not available for now"),
  row("InternalError", unavailable("outage"), "系统内部错误", "internal error"),
  row("Forbidden", unavailable("account"), "无权限，未开通或已欠费", "no permission, not activated or in arrears"),
  row("NoPermission", unavailable("account"), "无权限", "no permission"),
  row("InvalidAccessKeyId", unavailable("account"), "AccessKey 不存在或停用", "no such access key"),
  row("SignatureDoesNotMatch", unavailable("account"), "签名不匹配", "signature does not match"),
  row("IncompleteSignature", unavailable("account"), "签名不完整", "signature incomplete"),
  row("SignatureNonceUsed", unavailable("not-understood"), "签名随机数已使用", "signature used before"),
  row("InvalidTimeStamp", unavailable("not-understood"), "时间戳不合法", "illegal time"),
  row("MissingParameter", unavailable("not-understood"), "缺少必须参数", "a parameter is missing"),
  row("InvalidParameter", unavailable("not-understood"), "参数不合法", "illegal parameter"),
  row("InvalidAction", unavailable("not-understood"), "接口不存在", "no such action"),
  row("InvalidVersion", unavailable("not-understood"), "版本不存在", "no such version"),
  row("UnsupportedOperation", unavailable("not-understood"), "不支持的操作", "operation not supported")
]

const table = <Answer>(call: string, field: string, rows: ReadonlyArray<CodeRow<Answer>>): CodeTable<Answer> => ({
  vendor: "alibaba-cloud",
  call,
  field,
  rows
})

/** Every code that Alibaba documents for these calls, and what each comes to. */
export const codes = {
  id2MetaPeriodVerify: table("Id2MetaPeriodVerify", "BizCode", id2MetaPeriodVerify),
  id2MetaPeriodVerifyCode: table("Id2MetaPeriodVerify", "Code", person("number")),
  bankMetaVerify: table("BankMetaVerify", "BizCode/SubCode", bankMetaVerify),
  bankMetaVerifyCode: table("BankMetaVerify", "Code", person("cardNumber")),
  entElementVerify: table("EntElementVerify", "BizCode/Status", entElementVerify),
  sendSms: table("SendSms", "Code", sendSms),
  error: table("*", "Code", error)
} as const
