import type { WorldInput } from "../world/World.js"
import type { EnterprisePersonaName } from "./enterprises.js"
import { personas } from "./Persona.js"
import type { PersonaName } from "./people.js"

type CardInput = NonNullable<WorldInput["cards"]>[string] & {
  readonly enterprise: EnterprisePersonaName
  readonly holder?: PersonaName
}

/** Synthetic China E-Port cards. */
export const cards = personas<CardInput>()({
  tongdaLegalPerson: {
    purpose: { zh: "法人卡，归属人即法定代表人", en: "Legal-person card, held by the legal representative" },
    rules: ["R-41", "R-42", "R-73"],
    data: {
      number: "JJ99990000001",
      enterprise: "tongda",
      holder: "zhangWei",
      kind: "legal-person",
      pin: "20220501",
      validTo: "20301231"
    }
  },
  tongdaOperator: {
    purpose: { zh: "操作员卡：可认证企业，不能管理操作员", en: "Operator card: certifies, but manages nobody" },
    rules: ["R-42", "R-73"],
    data: {
      number: "JJ99990000002",
      enterprise: "tongda",
      holder: "zhuTao",
      kind: "operator",
      pin: "20220502",
      validTo: "20301231"
    }
  },
  tongdaUnknown: {
    purpose: { zh: "看不出类别的卡", en: "Card that does not say its kind" },
    rules: ["R-42", "R-73"],
    data: { number: "JJ99990000003", enterprise: "tongda", kind: "unknown", pin: "20220503", validTo: "20301231" }
  },
  tongdaExpired: {
    purpose: { zh: "证书已过期的卡", en: "Card whose certificate has run out" },
    rules: ["R-40"],
    data: {
      number: "JJ99990000004",
      enterprise: "tongda",
      holder: "zhangWei",
      kind: "legal-person",
      pin: "20220504",
      validTo: "20211231"
    }
  },
  tongdaForged: {
    purpose: { zh: "证书链不可信的卡", en: "Card whose certificate chain does not hold" },
    rules: ["R-40"],
    data: {
      number: "JJ99990000005",
      enterprise: "tongda",
      kind: "legal-person",
      pin: "20220505",
      validTo: "20301231",
      trusted: false
    }
  },
  xinghaiOperator: {
    purpose: { zh: "另一家企业的卡，出厂密码未修改", en: "Another enterprise's card, still with the factory PIN" },
    rules: ["R-41"],
    data: { number: "JJ99990000006", enterprise: "xinghai", holder: "yangFan", kind: "operator", validTo: "20220601" }
  },
  foreignLedLegalPerson: {
    purpose: {
      zh: "法定代表人认证走不通的企业的法人卡",
      en: "Legal-person card of an enterprise for which the legal-representative method is closed"
    },
    rules: ["R-33", "R-49"],
    data: {
      number: "JJ99990000007",
      enterprise: "foreignLed",
      holder: "annaMueller",
      kind: "legal-person",
      pin: "20220507",
      validTo: "20301231"
    }
  }
})

export type CardPersonaName = keyof typeof cards
