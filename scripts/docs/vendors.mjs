// docs/vendors.md: what the adapters ask Tencent Cloud and Alibaba Cloud, and what every documented code comes to.

import { codes as alibaba } from "../../packages/adapters/dist/alibaba-cloud/index.js"
import { codes as tencent } from "../../packages/adapters/dist/tencent-cloud/index.js"
import { spendsAttempt } from "../../packages/core/dist/index.js"
import { generatedFrom, row, table } from "./table.mjs"

const code = (text) => `\`${text}\``

const verdict = (said) => {
  if (typeof said === "string") return code(said)
  const { _tag, ...facts } = said
  const values = Object.values(facts)
  return code(values.length === 0 ? _tag : `${_tag} ${values.join(" ")}`)
}

const because = {
  outage: "对方故障 the source is down",
  account: "账户问题 our account with it",
  "not-understood": "请求未被理解 the request was not understood"
}

const meaning = (means) => {
  if (means._tag === "Answer") return verdict(means.answer)
  if (means._tag === "Limited")
    return `${code("Limited")} ${means.until === "tomorrow" ? "至次日 until tomorrow" : ""}`.trim()
  return `${code("Unavailable")} ${because[means.because]}`
}

const spends = ({ means }) =>
  means._tag === "Answer" && typeof means.answer !== "string" && spendsAttempt(means.answer) ? "是 yes" : ""

const list = ({ field, rows }) =>
  table(
    [code(field), "文档说明 The vendor says", "结果 What it comes to", "计一次尝试 Spends an attempt"],
    [
      ...rows.map((each) => row(code(each.code), `${each.zh}<br>${each.en}`, meaning(each.means), spends(each))),
      row("其他 any other", "", code("Unavailable"), "")
    ]
  )

const section = (title, ...tables) => `### ${title}\n\n${tables.map(list).join("\n\n")}`

export const document =
  () => `${generatedFrom("packages/adapters/src/tencent-cloud and packages/adapters/src/alibaba-cloud")}

# 核验服务商 · Verification vendors

手册的三种核验各有公开的接口可用。适配器通过服务商自己的客户端提问，把每一个有文档的返回码译成同一套结论；没有文档的返回码一律不算一致。
只有 \`Match\` 能通过认证；\`Unavailable\` 和 \`Limited\` 不是“不一致”，不计尝试次数，已填写的内容也不会丢失。

Each of the manual's three checks has a public interface. The adapters ask through the vendors' own clients and translate every documented code
into one vocabulary; a code without a document is never a match. Only \`Match\` certifies. \`Unavailable\` and \`Limited\` are no "no":
they spend no attempt and lose nothing that was entered.

| 核验 Check | 层 Layer | 接口 Call |
| --- | --- | --- |
| 身份证四要素 Resident ID card, four elements (R-56) | \`tencent-cloud\` \`layerIdCard\` | \`CheckIdNameDate\` 2018-03-01 |
| | \`alibaba-cloud\` \`layerIdCard\` | \`Id2MetaPeriodVerify\` 2019-03-07 |
| 银行卡四要素 Bank card, four factors (R-61) | \`tencent-cloud\` \`layerBankCard\` | \`BankCard4EVerification\` 2018-03-01 |
| | \`alibaba-cloud\` \`layerBankCard\` | \`BankMetaVerify\` 2019-03-07 |
| 企业四要素 Enterprise, four elements (R-54) | \`alibaba-cloud\` \`layerRegistry\` | \`EntElementVerify\`, \`EntElementVerifyV2\` 2022-11-25 |
| 短信 Messages | \`alibaba-cloud\` \`layerSms\` | \`SendSms\` 2017-05-25 |

## 使用 · Use

客户端是可选依赖，用哪家装哪家：\`tencentcloud-sdk-nodejs-common\`、\`@alicloud/openapi-client\`。缺少时，层在启动时即报 \`Unavailable\` 并写明包名。

The clients are optional packages; install the one you use. If it is missing, the layer fails at start with \`Unavailable\` and the package's name.

\`\`\`ts
import { IdCardVerifier } from "@single-window/core"
import * as AlibabaCloud from "@single-window/adapters/alibaba-cloud"
import { fallback, rateLimited } from "@single-window/adapters/combinators"
import * as TencentCloud from "@single-window/adapters/tencent-cloud"

const idCards = fallback(
  IdCardVerifier,
  TencentCloud.layerIdCard(tencent).pipe(rateLimited(IdCardVerifier, { limit: 20, per: "1 second" })),
  AlibabaCloud.layerIdCard(alibaba)
)
\`\`\`

\`layerConfig\` 从环境变量读取：\`TENCENTCLOUD_SECRET_ID\`、\`TENCENTCLOUD_SECRET_KEY\`、\`TENCENTCLOUD_ENDPOINT\`；\`ALIBABA_CLOUD_ACCESS_KEY_ID\`、
\`ALIBABA_CLOUD_ACCESS_KEY_SECRET\`、\`ALIBABA_CLOUD_ENDPOINT\`。\`layerSmsConfig\` 另读 \`ALIBABA_CLOUD_SMS_SIGN_NAME\`、\`ALIBABA_CLOUD_SMS_TEMPLATE_CODE\`、
\`ALIBABA_CLOUD_SMS_CODE_VARIABLE\`、\`ALIBABA_CLOUD_SMS_MINUTES_VARIABLE\`、\`ALIBABA_CLOUD_SMS_ENDPOINT\`。

\`layerConfig\` reads these variables of the environment; \`layerSmsConfig\` those of messages as well.

## 保证 · What is kept

- 每次提问最迟 8 秒有结果，重试计算在内；回答不超过 1 MiB，必须是未压缩的 JSON，不跟随重定向。
  Every question is over within 8 seconds, repetitions included; an answer is at most 1 MiB of JSON that is not packed; no redirect is followed.
- 身份证和企业核验在没有得到回答时最多再问两次；银行会累计卡的核验次数，所以银行卡只在请求没有发出时再问；短信从不重发。
  Questions about ID cards and enterprises are put at most twice more when nothing came back; banks count the checks of a card, so one about a
  card only when nothing had left; a message is never sent again.
- 连续五次失败后断路，每 30 秒放行一次试探。 After five failures in a row nobody is sent to the source, but for one probe every 30 seconds.
- 回答若带有别人的信息或别的请求编号，一律作废。 An answer that names somebody else, or another request, counts for nothing.
- 端点必须是 https，只有本机回环地址例外；密钥和个人信息不进入日志和错误说明。
  An endpoint is https, loopback excepted; neither keys nor personal data reach a log or an error.

## 范围 · What is not covered

- 两家的银行卡核验只支持居民身份证开户的卡；持其他证件的人（R-60）需要另一家服务商。
  Both check bank cards of resident-ID holders only; for other documents (R-60) another source is needed.
- \`EntElementVerify\` 只支持企业和个体工商户；\`EntElementVerifyV2\` 的三要素支持各类机构，四要素支持企业、个体工商户、农民专业合作社和律师执业机构。其他一律是
  \`NotSupported\`（R-55）。 \`EntElementVerify\` covers enterprises and sole proprietors; \`EntElementVerifyV2\` covers every kind with three
  elements, and with four also farmers' cooperatives and law firms. Anything else is \`NotSupported\` (R-55).
- 企业核验以 \`UserAuthorization: 1\` 声明已获本人授权，取得授权由嵌入方负责。
  A question about an enterprise declares with \`UserAuthorization: 1\` that the person agreed; asking for that is the host's part.
- 测试不访问服务商：由本机回环上的服务代替，它们校验客户端的签名，并按模拟世界回答。未与服务商的真实系统联调过。
  Tests never go to a vendor: servers on loopback that check the clients' signatures stand in. Nothing here was tried against a real one.

## 返回码 · Codes

${[
  section("腾讯云 Tencent Cloud `CheckIdNameDate`", tencent.checkIdNameDate),
  section("腾讯云 Tencent Cloud `BankCard4EVerification`", tencent.bankCard4EVerification),
  section("腾讯云，所有接口 Tencent Cloud, every call", tencent.error),
  section("阿里云 Alibaba Cloud `Id2MetaPeriodVerify`", alibaba.id2MetaPeriodVerify, alibaba.id2MetaPeriodVerifyCode),
  section("阿里云 Alibaba Cloud `BankMetaVerify`", alibaba.bankMetaVerify, alibaba.bankMetaVerifyCode),
  section("阿里云 Alibaba Cloud `EntElementVerify`, `EntElementVerifyV2`", alibaba.entElementVerify),
  section("阿里云 Alibaba Cloud `SendSms`", alibaba.sendSms),
  section("阿里云，所有接口 Alibaba Cloud, every call", alibaba.error)
].join("\n\n")}

阿里云企业核验不一致时，\`ReasonDetail\` 写明哪几项：\`EntNameFlag\`、\`LicenseNoFlag\`、\`LegalPersonNameFlag\`、\`LegalPersonCertNoFlag\`，译为相应的字段。带点的
返回码若没有自己的一行，按点前的部分解释：\`Throttling.User\` 即 \`Throttling\`。

Where an enterprise is not consistent, \`ReasonDetail\` names the elements, which become the fields of the verdict. A code with a dot that has no row
of its own is read as the part before it: \`Throttling.User\` as \`Throttling\`.
`
