import {
  BankCardVerifier,
  EnterpriseRegistry,
  IdCardVerifier,
  type Limited,
  organizationPart,
  SmsSender,
  type Unavailable,
  type Verdict
} from "@single-window/core"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"

type Said = Verdict | Limited | Unavailable

/** An answer's status and body, less the request's id. */
export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

const well = (Code: string, rest: Readonly<Record<string, unknown>> = {}): Answer => ({
  status: 200,
  body: { Code, Message: Code, ...rest }
})
const failed = (status: number, Code: string): Answer => ({ status, body: { Code, Message: Code } })
const busy = failed(400, "Throttling.User")

const person = (BizCode: string, SubCode?: string): Answer =>
  well("200", { ResultObject: { BizCode, ...(SubCode === undefined ? {} : { SubCode }) } })

const cardAnswer = (said: Said): Answer => {
  switch (said._tag) {
    case "Match":
      return person("1")
    // The vendor has no word for a card that is known and of no use.
    case "Mismatch":
    case "MismatchOrNoRecord":
    case "Unusable":
      return person("2")
    case "NoRecord":
      return person("3")
    case "InvalidInput":
    case "NotSupported":
      return well("401")
    case "Unavailable":
      return well("402")
    case "Limited":
      return busy
  }
}

const cardState: Readonly<Record<string, string>> = { expired: "203", frozen: "204", lost: "210" }

const factorsAnswer = (said: Said): Answer => {
  switch (said._tag) {
    case "Match":
      return person("1", "101")
    case "Mismatch":
    case "MismatchOrNoRecord":
      return person("2", "201")
    case "Unusable":
      return person("2", cardState[said.state] ?? "216")
    case "NotSupported":
      return person("3", "301")
    case "NoRecord":
      return person("3", "305")
    case "InvalidInput":
      return said.field === "cardNumber" ? person("3", "304") : well("401")
    case "Unavailable":
      return well("402")
    case "Limited":
      return person("3", "306")
  }
}

const flags: Readonly<Record<string, string>> = {
  name: "EntNameFlag",
  unifiedSocialCreditCode: "LicenseNoFlag",
  legalRepresentativeName: "LegalPersonNameFlag",
  legalRepresentativeDocument: "LegalPersonCertNoFlag"
}

const enterprise = (BizCode: string, Status: string, ReasonDetail = ""): Answer =>
  well("Success", { Result: { BizCode, Status, ReasonDetail, OpenTime: "2018-09-25/9999-09-09" } })

const registryAnswer = (said: Said): Answer => {
  switch (said._tag) {
    case "Match":
      return enterprise("1", "1")
    case "Unusable":
      return enterprise("1", said.state === "revoked" ? "4" : "0")
    case "Mismatch":
      return enterprise("2", "1", (said.fields ?? []).flatMap((field) => flags[field] ?? []).join(","))
    case "MismatchOrNoRecord":
      return enterprise("2", "1")
    case "NoRecord":
    case "NotSupported":
      return enterprise("3", "")
    case "InvalidInput":
      return failed(400, "InvalidParameter")
    case "Unavailable":
      return failed(503, "ServiceUnavailable")
    case "Limited":
      return busy
  }
}

type Outside = IdCardVerifier | BankCardVerifier | EnterpriseRegistry | SmsSender
type Answering = (of: (name: string) => string) => Effect.Effect<Answer, never, Outside>

const idCard: Answering = (of) => {
  const end = of("ValidityEndDate")
  const form = of("ParamType") === "normal" && /^[0-9]{8}$/.test(of("ValidityStartDate"))
  // To this vendor a card without expiry ends on 长期; eight zeros are no date.
  if (!form || !(end === "长期" || (/^[0-9]{8}$/.test(end) && end !== "00000000"))) return Effect.succeed(well("401"))
  const card = {
    name: of("UserName"),
    number: of("IdentifyNum"),
    validFrom: of("ValidityStartDate"),
    validTo: end === "长期" ? "00000000" : end
  }
  return Effect.flatMap(IdCardVerifier, (port) => Effect.map(Effect.merge(port.verify(card)), cardAnswer))
}

const bankCard: Answering = (of) => {
  if (of("ProductType") !== "BANK_CARD_4_META" || of("VerifyMode") !== "VERIFY_BANK_CARD")
    return Effect.succeed(well("401"))
  const factors = {
    name: of("UserName"),
    document: { type: "resident-id" as const, number: of("IdentifyNum") },
    cardNumber: of("BankCard"),
    mobile: of("Mobile")
  }
  return Effect.flatMap(BankCardVerifier, (port) => Effect.map(Effect.merge(port.verify(factors)), factorsAnswer))
}

const registry: Answering = (of) => {
  const four = of("InfoVerifyType") === "ENT_4META"
  const form = /^[0-9a-zA-Z]{1,32}$/
  const named = form.test(of("MerchantBizId")) && form.test(of("MerchantUserId")) && /^\w{1,32}$/.test(of("SceneCode"))
  if (!named || of("UserAuthorization") !== "1" || !(four || of("InfoVerifyType") === "ENT_3META"))
    return Effect.succeed(failed(400, "InvalidParameter"))
  const question = {
    enterprise: {
      name: of("EntName"),
      unifiedSocialCreditCode: of("LicenseNo"),
      organizationCode: organizationPart(of("LicenseNo")),
      legalRepresentativeName: of("LegalPersonName")
    },
    ...(four ? { legalRepresentativeDocument: { type: "resident-id" as const, number: of("LegalPersonCertNo") } } : {})
  }
  return Effect.flatMap(EnterpriseRegistry, (port) => Effect.map(Effect.merge(port.check(question)), registryAnswer))
}

const template = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

const message: Answering = (of) => {
  const { code, minutes } = template(of("TemplateParam"))
  if (typeof code !== "string" || of("SignName") === "" || of("TemplateCode") === "")
    return Effect.succeed(well("isv.TEMPLATE_MISSING_PARAMETERS"))
  const sent = { mobile: of("PhoneNumbers"), code: Redacted.make(code), validMinutes: Number(minutes ?? 0) }
  return Effect.flatMap(SmsSender, (port) =>
    Effect.match(port.sendCode(sent), {
      onSuccess: () => well("OK", { BizId: "900619746936498440^0" }),
      onFailure: (error) => well(error._tag === "Limited" ? "isv.BUSINESS_LIMIT_CONTROL" : "isp.SYSTEM_ERROR")
    })
  )
}

/** What is played, by version and action. */
export const actions: Readonly<Record<string, Answering>> = {
  "2019-03-07 Id2MetaPeriodVerify": idCard,
  "2019-03-07 BankMetaVerify": bankCard,
  "2022-11-25 EntElementVerify": registry,
  "2022-11-25 EntElementVerifyV2": registry,
  "2017-05-25 SendSms": message
}
