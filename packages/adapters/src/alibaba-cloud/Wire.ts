import * as Schema from "effect/Schema"

/** `Id2MetaPeriodVerify` of `cloudauth`, version 2019-03-07, sent as a form. */
export type Id2MetaPeriodVerify = {
  readonly ParamType: "normal"
  readonly UserName: string
  readonly IdentifyNum: string
  readonly ValidityStartDate: string
  /** `长期` for no expiry. */
  readonly ValidityEndDate: string
}

/** `BankMetaVerify` of `cloudauth`, version 2019-03-07, sent in the query. */
export type BankMetaVerify = {
  readonly ParamType: "normal"
  readonly ProductType: "BANK_CARD_4_META"
  readonly VerifyMode: "VERIFY_BANK_CARD"
  readonly UserName: string
  readonly IdentifyNum: string
  readonly BankCard: string
  readonly Mobile: string
}

/** `EntElementVerify` and `EntElementVerifyV2` of `cloudauth`, version 2022-11-25, sent in the query. */
export type EntElementVerify = {
  readonly SceneCode: string
  /** Ours for this question, 32 letters and digits. */
  readonly MerchantBizId: string
  readonly MerchantUserId: string
  /** `1`: the person agreed to the check, which the host sees to. */
  readonly UserAuthorization: "1"
  readonly EntName: string
  readonly LicenseNo: string
  readonly LegalPersonName: string
} & (
  | { readonly InfoVerifyType: "ENT_3META" }
  | { readonly InfoVerifyType: "ENT_4META"; readonly LegalPersonCertNo: string }
)

/** `SendSms` of `dysmsapi`, version 2017-05-25, sent in the query. */
export type SendSms = {
  readonly PhoneNumbers: string
  readonly SignName: string
  readonly TemplateCode: string
  readonly TemplateParam: string
}

/** What every answer begins with; `Code` says whether there is a result. */
export const Envelope = Schema.Struct({ Code: Schema.NonEmptyString, RequestId: Schema.NonEmptyString })
export type Envelope = typeof Envelope.Type

/** The result of both calls about people; `SubCode` is of bank cards. */
export const PersonResult = Schema.Struct({
  ResultObject: Schema.Struct({
    BizCode: Schema.NonEmptyString,
    SubCode: Schema.optionalWith(Schema.String, { nullable: true })
  })
})
export type PersonResult = typeof PersonResult.Type

export const EnterpriseResult = Schema.Struct({
  Result: Schema.Struct({
    BizCode: Schema.NonEmptyString,
    /** 经营状态 */
    Status: Schema.optionalWith(Schema.String, { nullable: true }),
    /** Which elements differ, between commas. */
    ReasonDetail: Schema.optionalWith(Schema.String, { nullable: true })
  })
})
export type EnterpriseResult = typeof EnterpriseResult.Type
