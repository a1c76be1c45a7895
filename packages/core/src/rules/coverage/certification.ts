import { assumed, type Covered, elsewhere, manual, outside, rule } from "./row.js"

/** §2.5 to §2.5.5: certification in general, by IC card, and by the legal representative. */
export const certification: ReadonlyArray<Covered> = [
  manual(
    "R-30",
    "2.5",
    rule("CertificationCompleteness"),
    "实名认证包括企业信息认证和账号所有人身份信息认证两个方面，缺一不可。",
    "Certification has two facets, the enterprise's information and the account holder's identity; both are needed."
  ),
  manual(
    "R-31",
    "2.5",
    outside("菜单属于界面。", "A menu belongs to a screen."),
    "从左边菜单“用户实名认证”进入。",
    "It is entered by the menu 用户实名认证."
  ),
  manual(
    "R-32",
    "2.5",
    rule("MethodPreference"),
    "认证方式有三种：IC 卡、法定代表人身份证件信息、银行 UKEY，由用户选择。",
    "Three methods, of which the user chooses: IC card, legal representative, bank UKEY."
  ),
  manual(
    "R-33",
    "2.5.1",
    rule("MethodPreference"),
    "如有 IC 卡，建议优先使用 IC 卡认证。",
    "With an IC card at hand, that method comes first."
  ),
  manual(
    "R-40",
    "2.5.1",
    rule("CardBelongsToEnterprise"),
    "中国电子口岸制作的 IC 卡与 Ukey 同等对待。",
    "IC cards and USB keys made by China E-Port are treated alike."
  ),
  manual(
    "R-41",
    "2.5.1",
    rule("CardBelongsToEnterprise"),
    "须使用本企业的卡介质。",
    "The card must belong to the same enterprise."
  ),
  manual(
    "R-42",
    "2.5.1",
    rule("CardBelongsToEnterprise"),
    "法人卡或操作员卡均可；持卡人是否须为账号归属人，手册未作要求。",
    "A legal-person card or an operator card will do; the manual does not ask that its holder be the account holder."
  ),
  manual(
    "R-43",
    "2.5.1 (2)",
    elsewhere("ports/CardReader"),
    "用客户端控件连接卡介质、输入密码并登录，以此验证企业信息；卡须对挑战值签名。",
    "The client control connects, the PIN logs in and that proves the enterprise; the card signs our challenge."
  ),
  manual(
    "R-44",
    "2.5.1 (2)",
    elsewhere("ports/CardReader"),
    "未安装客户端控件的，先安装。",
    "Where the client control is missing it is installed first."
  ),
  assumed(
    "R-45",
    "2.5.1 (3)",
    elsewhere("commands/ProvideHolderIdentity"),
    "卡登录成功后补充归属人身份信息；与账号不同的，以此次填写为准。",
    "After the card, the holder's identity is given; values that differ from the account's replace them."
  ),
  manual(
    "R-46",
    "2.5.1 (3)",
    rule("DocumentUniqueness"),
    "重复时提示“该证件类型证件号已存在”。",
    "On a repetition the message is 该证件类型证件号已存在."
  ),
  manual(
    "R-47",
    "2.5.1 (3)",
    rule("DocumentUniqueness"),
    "认证时同样不能与本企业其他操作员证件号码重复。",
    "The same uniqueness holds while certifying."
  ),
  manual(
    "R-48",
    "2.5.1 (4)",
    outside("提示图已缺失，如何显示由界面决定。", "The figure is lost; how success looks is for a screen to say."),
    "认证成功后给出提示。",
    "Success is shown."
  ),
  manual(
    "R-49",
    "2.5.2",
    rule("PassportIssuer"),
    "法定代表人的护照同样只限中华人民共和国制发；否则改用 IC 卡或银行 UKEY。",
    "The legal representative's passport too must be PRC-issued; otherwise another method is used."
  ),
  manual(
    "R-50",
    "2.5.2",
    rule("ThreeChecksRequired"),
    "依次核验企业、法定代表人、账号归属人，缺一不可。",
    "Enterprise, legal representative and account holder are verified in this order, none left out."
  ),
  manual(
    "R-51",
    "2.5.2",
    elsewhere("domain/Method"),
    "页面上的“管理员”实为账号归属人。",
    "The pages' 管理员 is the account holder."
  ),
  manual(
    "R-52",
    "2.5.2",
    rule("VerificationChannel"),
    "法定代表人和账号归属人各自可选身份证认证或银行卡认证。",
    "Legal representative and account holder each choose between ID card and bank card."
  ),
  manual(
    "R-53",
    "2.5.3",
    rule("RegistryMatch"),
    "第一步核验六项：企业四项及法定代表人证件类型、号码。",
    "The first step checks six fields: the enterprise's four, and the representative's document type and number."
  ),
  manual(
    "R-54",
    "2.5.3",
    rule("RegistryMatch"),
    "应与市场监督管理总局（事业单位与相关机构）的备案信息一致。",
    "They equal the record of the market regulator, or of a public institution's own registrar."
  ),
  manual(
    "R-55",
    "2.5.3",
    rule("RegistryMismatchRemedies"),
    "企业信息无法核验的，本方式不能完成，建议改用 IC 卡（推荐）或银行 UKEY。",
    "An enterprise that cannot be checked cannot use this method; IC card (recommended) or bank UKEY instead."
  ),
  manual(
    "R-56",
    "2.5.4 (3)",
    rule("IdCardElements"),
    "身份证的姓名、号码、有效起始、截止日期四要素须全部正确，长期有效以 00000000 代替。",
    "All four elements of an ID card must be right; no expiry is written 00000000."
  ),
  manual(
    "R-57",
    "2.5.4",
    rule("IdCardElements"),
    "日期格式为 YYYYMMDD；八个0只用于截止日期。",
    "Dates are YYYYMMDD; eight zeros only for the end."
  ),
  manual(
    "R-58",
    "2.5.4",
    rule("CtidRemedies"),
    "未通过时：了解 CTID 的开通，或切换到银行卡认证。",
    "On failure: learn about CTID, or switch to the bank card."
  ),
  manual(
    "R-59",
    "2.5.4 (3)",
    rule("CtidRemedies"),
    "输入全部正确仍不通过的，可能未收入可信身份认证平台，应以 CTID APP 同步后再试。",
    "Right and still refused: the card may not be on the platform; synchronise it in the CTID app and try again."
  ),
  manual(
    "R-60",
    "2.5.4",
    rule("VerificationChannel"),
    "证件类型不为身份证的，自动进入银行卡认证。",
    "A document that is no resident ID goes to the bank card by itself."
  ),
  manual(
    "R-61",
    "2.5.4",
    elsewhere("commands/RequestBankCardCode"),
    "银行卡认证须填姓名、证件类型、证件号、银行卡号、预留手机号和手机验证码。",
    "The bank card check takes name, document, card number, reserved mobile number and an SMS code."
  ),
  manual(
    "R-61a",
    "2.5.4 (1)",
    rule("BankCardOwnership"),
    "须使用本人的个人银行卡。",
    "The card must be the person's own."
  ),
  manual(
    "R-61b",
    "2.5.4 (2)",
    rule("LockedFields"),
    "已在企业认证中核验过的法定代表人证件类型和号码不可修改。",
    "The representative's document, verified with the enterprise, is locked."
  ),
  assumed(
    "R-61c",
    "2.5.4",
    rule("LockedFields"),
    "法定代表人姓名同样锁定，只补填有效日期。",
    "So is the representative's name; only the dates are added."
  ),
  manual(
    "R-62",
    "2.5.5",
    rule("GrantedLevel"),
    "完成法定代表人身份认证，安全级别为中。",
    "Certification by the legal representative gives level medium."
  ),
  assumed(
    "R-63",
    "2.5.5",
    rule("LockedFields"),
    "第二步通过后核验账号归属人，其身份以账号信息为准，不可改填。",
    "After the second step the account holder is verified, with the account's own values."
  ),
  manual(
    "R-64",
    "2.5.5",
    rule("VerificationChannel"),
    "身份证认证方式只支持证件类型为身份证的情况。",
    "The ID card check is for resident IDs only."
  ),
  manual(
    "R-65",
    "2.5.5",
    outside("如何显示由界面决定。", "How completion looks is for a screen to say."),
    "完成后提示“您已完成实名认证”，返回认证菜单。",
    "Completion is shown and leads back to the menu."
  )
]
