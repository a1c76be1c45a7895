import { Verdict } from "@single-window/core"
import { answer, type CodeRow, type CodeTable, limited, unavailable } from "../outbound/CodeTable.js"

const { InvalidInput, Match, Mismatch, NoRecord, NotSupported, Unusable } = Verdict

const row = (code: string, means: CodeRow["means"], zh: string, en: string): CodeRow => ({ code, means, zh, en })
const unusable = (state: string) => answer(Unusable({ state }))
const wrong = (field: string) => answer(InvalidInput({ field }))

/** https://cloud.tencent.com/document/api/1007/60075 */
const checkIdNameDate: ReadonlyArray<CodeRow> = [
  row("0", answer(Match()), "一致", "consistent"),
  row("-1", answer(Mismatch({})), "不一致", "not consistent"),
  row("-2", wrong("number"), "非法身份证号", "illegal ID number"),
  row("-3", wrong("name"), "非法姓名", "illegal name"),
  row("-4", wrong("validTo"), "非法有效期", "illegal validity"),
  row("-5", unusable("void"), "身份信息无效", "identity information void"),
  row("-6", unavailable("outage"), "证件库服务异常", "document library out of service"),
  row("-7", answer(NoRecord()), "证件库中无此身份证记录", "no record of this ID in the library"),
  row("-8", limited("tomorrow"), "认证次数超过当日限制", "too many checks today")
]

/** https://cloud.tencent.com/document/api/1007/35775 */
const bankCard4EVerification: ReadonlyArray<CodeRow> = [
  row("0", answer(Match()), "认证通过", "passed"),
  row("-1", answer(Mismatch({})), "认证未通过", "not passed"),
  row("-2", wrong("name"), "姓名校验不通过", "name fails"),
  row("-3", wrong("document"), "身份证号码有误", "ID number wrong"),
  row("-4", wrong("cardNumber"), "银行卡号码有误", "card number wrong"),
  row("-5", wrong("mobile"), "手机号码不合法", "mobile illegal"),
  row("-6", answer(Mismatch({})), "持卡人信息有误", "holder's data wrong"),
  row("-7", unusable("card-not-present-off"), "未开通无卡支付", "card not opened for card-not-present payment"),
  row("-8", unusable("confiscated"), "此卡被没收", "confiscated"),
  row("-9", answer(NoRecord()), "无效卡号", "invalid card number"),
  row("-10", answer(NoRecord()), "此卡无对应发卡行", "no issuer"),
  row("-11", unusable("dormant"), "该卡未初始化或睡眠卡", "not initialised or dormant"),
  row("-12", unusable("fraud"), "作弊卡、吞卡", "fraud card"),
  row("-13", unusable("lost"), "此卡已挂失", "reported lost"),
  row("-14", unusable("expired"), "该卡已过期", "expired"),
  row("-15", unusable("restricted"), "受限制的卡", "restricted"),
  row("-16", unusable("pin-locked"), "密码错误次数超限", "too many PIN errors"),
  row("-17", answer(NotSupported()), "发卡行不支持此交易", "issuer does not support it"),
  row("-18", unavailable("outage"), "验证中心服务繁忙", "verification centre busy"),
  row("-19", limited("tomorrow"), "验证次数超限，请次日重试", "too many checks, try tomorrow"),
  row("-20", answer(NotSupported()), "该证件号暂不支持核验", "document type not supported"),
  row("-21", unusable("abnormal"), "银行卡状态异常", "abnormal card state")
]

/** What comes in place of a result: https://cloud.tencent.com/document/product/1007/47912 and the errors common to all their services. */
const error: ReadonlyArray<CodeRow> = [
  row("RequestLimitExceeded", limited("unknown"), "请求的次数超过了频率限制", "too many requests"),
  row("LimitExceeded", limited("unknown"), "超过配额限制", "over the quota"),
  row("FailedOperation.RequestLimitExceeded", limited("unknown"), "调用次数超出限制", "too many calls"),
  row("FailedOperation", unavailable("outage"), "操作失败", "the operation failed"),
  row("InternalError", unavailable("outage"), "内部错误", "internal error"),
  row("ResourceUnavailable", unavailable("outage"), "资源不可用", "resource not available"),
  row("ServiceUnavailable", unavailable("outage"), "当前服务暂时不可用", "service not available for now"),
  row("AuthFailure", unavailable("account"), "签名或密钥有误", "signature or key wrong"),
  row("UnauthorizedOperation", unavailable("account"), "未授权操作", "not authorised"),
  row("UnauthorizedOperation.Arrears", unavailable("account"), "账号已欠费", "account in arrears"),
  row("UnauthorizedOperation.NonAuthorize", unavailable("account"), "账号未实名", "account not verified"),
  row("UnauthorizedOperation.Nonactivated", unavailable("account"), "未开通服务", "service not activated"),
  row("ResourceInsufficient", unavailable("account"), "资源不足", "not enough resources"),
  row("DryRunOperation", unavailable("not-understood"), "DryRun 操作", "a dry run"),
  row("InvalidAction", unavailable("not-understood"), "接口不存在", "no such action"),
  row("InvalidParameter", unavailable("not-understood"), "参数错误", "wrong parameter"),
  row("InvalidParameterValue", unavailable("not-understood"), "参数取值错误", "wrong value of a parameter"),
  row("MissingParameter", unavailable("not-understood"), "缺少参数", "a parameter is missing"),
  row("NoSuchVersion", unavailable("not-understood"), "接口版本不存在", "no such version"),
  row("UnknownParameter", unavailable("not-understood"), "未知参数", "unknown parameter"),
  row("UnsupportedOperation", unavailable("not-understood"), "操作不支持", "operation not supported"),
  row("UnsupportedProtocol", unavailable("not-understood"), "协议不支持", "protocol not supported"),
  row("UnsupportedRegion", unavailable("not-understood"), "地域不支持", "region not supported")
]

const table = (call: string, field: string, rows: ReadonlyArray<CodeRow>): CodeTable => ({
  vendor: "tencent-cloud",
  call,
  field,
  rows
})

/** Every code that Tencent documents for these calls, and the verdict that each comes to. */
export const codes = {
  checkIdNameDate: table("CheckIdNameDate", "Result", checkIdNameDate),
  bankCard4EVerification: table("BankCard4EVerification", "Result", bankCard4EVerification),
  error: table("*", "Error.Code", error)
} as const
