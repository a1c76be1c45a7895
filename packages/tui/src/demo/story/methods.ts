import type { Chapter } from "../Step.js"

const representative = {
  beijing: { type: "resident-id", number: "110101196006279968" },
  shenzhen: { type: "resident-id", number: "330106196609239968" }
} as const

/** The three methods of certification from start to level, with what can go wrong on the way. */
export const methods: ReadonlyArray<Chapter> = [
  {
    title: { zh: "方式一：法定代表人身份证件（身份证核验）", en: "Legal representative's document, by ID card" },
    steps: [
      {
        title: { zh: "还没开始就核验本人：次序不对", en: "The holder's check before anything was begun: out of order" },
        as: "ciq_bj_001",
        do: "VerifyPersonByIdCard",
        with: { subject: "account-holder", validity: { from: "20190613", to: "20390613" } },
        refused: "StepOutOfOrder"
      },
      {
        title: { zh: "开始认证", en: "Start" },
        as: "ciq_bj_001",
        do: "StartCertification",
        with: { method: "legal-representative" }
      },
      {
        title: { zh: "核验企业信息与法人证件", en: "Verify the enterprise with its representative's document" },
        as: "ciq_bj_001",
        do: "VerifyEnterprise",
        with: { legalRepresentativeDocument: representative.beijing }
      },
      {
        title: {
          zh: "法人身份证有效期填错一天：不透露错在哪一项",
          en: "The representative's validity period off by a day: it is not said which element was wrong"
        },
        as: "ciq_bj_001",
        do: "VerifyPersonByIdCard",
        with: { subject: "legal-representative", validity: { from: "20180506", to: "00000000" } },
        refused: "PersonNotMatched"
      },
      {
        title: { zh: "四项全对：法人核验通过", en: "All four elements right: the representative is verified" },
        as: "ciq_bj_001",
        do: "VerifyPersonByIdCard",
        with: { subject: "legal-representative", validity: { from: "20180505", to: "00000000" } }
      },
      {
        title: {
          zh: "可信身份认证平台暂时不可用：不计次数，所填不丢",
          en: "CTID cannot be asked: no attempt is spent and nothing is lost"
        },
        as: "ciq_bj_001",
        do: "VerifyPersonByIdCard",
        with: { subject: "account-holder", validity: { from: "20190613", to: "20390613" } },
        before: { fault: "id-card", next: ["unavailable"] },
        refused: "VerifierUnavailable"
      },
      {
        title: {
          zh: "再试：核验本人，认证完成，级别中",
          en: "Again: the holder is verified, certification is done, level medium"
        },
        as: "ciq_bj_001",
        do: "VerifyPersonByIdCard",
        with: { subject: "account-holder", validity: { from: "20190613", to: "20390613" } }
      },
      {
        title: { zh: "同一级别不必再认证", en: "No need to certify at the same level again" },
        as: "ciq_bj_001",
        do: "StartCertification",
        with: { method: "legal-representative" },
        refused: "AlreadyCertified"
      }
    ]
  },
  {
    title: { zh: "方式一：CTID 查不到，切换到银行卡", en: "The same, not in CTID, so switched to a bank card" },
    steps: [
      {
        title: { zh: "开始认证", en: "Start" },
        as: "pengcheng88",
        do: "StartCertification",
        with: { method: "legal-representative" }
      },
      {
        title: { zh: "核验企业信息", en: "Verify the enterprise" },
        as: "pengcheng88",
        do: "VerifyEnterprise",
        with: { legalRepresentativeDocument: representative.shenzhen }
      },
      {
        title: { zh: "法人用身份证核验", en: "The representative by ID card" },
        as: "pengcheng88",
        do: "VerifyPersonByIdCard",
        with: { subject: "legal-representative", validity: { from: "20200505", to: "00000000" } }
      },
      {
        title: { zh: "本人的身份证不在可信身份认证平台中", en: "The holder's ID card is not in CTID" },
        as: "pengcheng88",
        do: "VerifyPersonByIdCard",
        with: { subject: "account-holder", validity: { from: "20201103", to: "20401103" } },
        refused: "PersonNotOnRecord"
      },
      {
        title: { zh: "改用银行卡，但填了别人的卡", en: "Switched to a bank card, but somebody else's" },
        as: "pengcheng88",
        do: "RequestBankCardCode",
        with: { subject: "account-holder", cardNumber: "6227000000009000046", mobile: "13800001029" },
        refused: "BankCardNotMatched"
      },
      {
        title: {
          zh: "本人的卡：四要素相符，发出短信验证码",
          en: "The holder's own: the four factors match, and a code is sent"
        },
        as: "pengcheng88",
        do: "RequestBankCardCode",
        with: { subject: "account-holder", cardNumber: "6227 0000 0000 9000 293", mobile: "13800001029" }
      },
      {
        title: { zh: "马上再要一条短信：太频繁", en: "Another code at once: too soon" },
        as: "pengcheng88",
        do: "RequestBankCardCode",
        with: { subject: "account-holder", cardNumber: "6227000000009000293", mobile: "13800001029" },
        refused: "SmsCodeTooSoon"
      },
      {
        title: { zh: "短信验证码输错", en: "A wrong code" },
        as: "pengcheng88",
        do: "ConfirmBankCardCode",
        with: { subject: "account-holder", code: "no-code" },
        refused: "SmsCodeWrong"
      },
      {
        title: { zh: "短信验证码正确：认证完成，级别中", en: "The right code: certification is done, level medium" },
        as: "pengcheng88",
        do: "ConfirmBankCardCode",
        with: { subject: "account-holder", code: "$sms" }
      }
    ]
  },
  {
    title: { zh: "方式二：电子口岸 IC 卡", en: "E-Port IC card" },
    steps: [
      { title: { zh: "开始认证", en: "Start" }, as: "yunfan02", do: "StartCertification", with: { method: "ic-card" } },
      {
        title: { zh: "没有插卡", en: "No card in the reader" },
        as: "yunfan02",
        do: "PresentCard",
        with: { pin: "12345678" },
        before: { remove: true },
        refused: "CardMissing"
      },
      {
        title: { zh: "插入别的企业的卡", en: "Another enterprise's card" },
        as: "yunfan02",
        do: "PresentCard",
        with: { pin: "12345678" },
        before: { insert: "shanghai-legal-person" },
        refused: "CardOfAnotherEnterprise"
      },
      {
        title: { zh: "本企业的卡，PIN 输错", en: "The right card, a wrong PIN" },
        as: "yunfan02",
        do: "PresentCard",
        with: { pin: "87654321" },
        before: { insert: "beijing-operator" },
        refused: "CardPinWrong"
      },
      {
        title: { zh: "PIN 正确：企业信息已由卡证明", en: "The right PIN: the card proves the enterprise" },
        as: "yunfan02",
        do: "PresentCard",
        with: { pin: "12345678" }
      },
      {
        title: { zh: "补充身份信息：境外机构制发的护照不行", en: "The holder's identity: not with a foreign passport" },
        as: "yunfan02",
        do: "ProvideHolderIdentity",
        with: { name: "高立群", document: { type: "passport", number: "503055832" } },
        refused: "PassportNotPrc"
      },
      {
        title: { zh: "补充身份信息：认证完成，级别高", en: "The holder's identity: certification is done, level high" },
        as: "yunfan02",
        do: "ProvideHolderIdentity",
        with: {
          name: "高立群",
          document: { type: "resident-id", number: "120116196705029964" },
          validity: { from: "20200714", to: "00000000" }
        }
      }
    ]
  },
  {
    title: { zh: "方式三：企业网银 UKEY", en: "Bank UKEY" },
    steps: [
      {
        title: { zh: "选了目前不支持的银行", en: "A bank that is not supported" },
        as: "sg-wuliu.07",
        do: "StartCertification",
        with: { method: "bank-ukey", bank: "NOBANK" },
        refused: "BankNotSupported"
      },
      {
        title: { zh: "选农业银行，开始认证", en: "Start at the Agricultural Bank" },
        as: "sg-wuliu.07",
        do: "StartCertification",
        with: { method: "bank-ukey", bank: "ABC" }
      },
      {
        title: { zh: "改变主意，放弃", en: "A change of mind: abandoned" },
        as: "sg-wuliu.07",
        do: "AbandonCertification"
      },
      {
        title: { zh: "改选建设银行，跳转到银行", en: "Start again at the Construction Bank; the browser goes there" },
        as: "sg-wuliu.07",
        do: "StartCertification",
        with: { method: "bank-ukey", bank: "CCB" }
      },
      {
        title: { zh: "银行返回的参数在途中被改", en: "What the bank sent back was changed on the way" },
        as: "sg-wuliu.07",
        do: "CompleteBankUkey",
        with: { parameters: "$bankReturn.tampered" },
        refused: "BankReturnNotTrusted"
      },
      {
        title: { zh: "银行返回：企业信息已证明", en: "What the bank sent back: the enterprise is proven" },
        as: "sg-wuliu.07",
        do: "CompleteBankUkey",
        with: { parameters: "$bankReturn" }
      },
      {
        title: { zh: "同一份返回再来一次", en: "The same return a second time" },
        as: "sg-wuliu.07",
        do: "CompleteBankUkey",
        with: { parameters: "$bankReturn.replayed" },
        refused: "BankReturnReplayed"
      },
      {
        title: { zh: "核验本人：认证完成，级别中", en: "The holder is verified: certification is done, level medium" },
        as: "sg-wuliu.07",
        do: "VerifyPersonByIdCard",
        with: { subject: "account-holder", validity: { from: "20191102", to: "00000000" } }
      }
    ]
  },
  {
    title: { zh: "认证走不通时的途径", en: "Where a method leads nowhere, and the way out" },
    steps: [
      {
        title: { zh: "事业单位：选法定代表人方式", en: "A public institution starts by its representative" },
        as: "jyyjy001",
        do: "StartCertification",
        with: { method: "legal-representative" }
      },
      {
        title: { zh: "系统无法核验：改用 IC 卡或网银 UKEY", en: "It cannot be verified: IC card or bank UKEY instead" },
        as: "jyyjy001",
        do: "VerifyEnterprise",
        with: { legalRepresentativeDocument: { type: "resident-id", number: "110101196804139994" } },
        refused: "EnterpriseNotVerifiable"
      },
      {
        title: { zh: "没有姓名和证件的账号", en: "An account with neither name nor document" },
        as: "xiling01",
        do: "StartCertification",
        with: { method: "ic-card" },
        refused: "InformationIncomplete"
      },
      {
        title: {
          zh: "修改证件会作废认证：先试运行看看",
          en: "A change of document would void a certification: a dry run says so"
        },
        as: "ciq_bj_001",
        do: "EditHolder",
        with: { document: { type: "passport", number: "EX0009986" } },
        dryRun: true
      }
    ]
  }
]
