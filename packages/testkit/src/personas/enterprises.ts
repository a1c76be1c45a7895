import type { WorldInput } from "../world/World.js"
import { personas } from "./Persona.js"
import type { PersonaName } from "./people.js"

type EnterpriseInput = NonNullable<WorldInput["enterprises"]>[string] & { readonly legalRepresentative: PersonaName }

/** Synthetic enterprises; organization codes that begin with XXXX are given to nobody. */
export const enterprises = personas<EnterpriseInput>()({
  tongda: {
    purpose: { zh: "一切资料正确的普通企业，三种方式都能认证", en: "Ordinary enterprise; all three methods work" },
    rules: ["R-32", "R-54"],
    data: {
      name: "北京示例通达贸易有限公司",
      unifiedSocialCreditCode: "91110100XXXX000194",
      legalRepresentative: "zhangWei"
    }
  },
  xinghai: {
    purpose: {
      zh: "法定代表人不在可信身份认证平台中，需切换到银行卡认证",
      en: "Its legal representative is not in CTID and has to switch to the bank card"
    },
    rules: ["R-52", "R-59"],
    data: {
      name: "北京示例星海物流有限公司",
      unifiedSocialCreditCode: "91110100XXXX00027Y",
      legalRepresentative: "liNa"
    }
  },
  institute: {
    purpose: { zh: "事业单位，四要素无法核验", en: "Public institution: the four elements cannot be checked" },
    rules: ["R-54", "R-55"],
    data: {
      name: "北京示例检测研究所",
      unifiedSocialCreditCode: "12110100XXXX00035Y",
      legalRepresentative: "xuHui",
      kind: "public-institution"
    }
  },
  revoked: {
    purpose: { zh: "已吊销的企业", en: "Revoked enterprise" },
    rules: ["R-55"],
    data: {
      name: "上海示例旧港贸易有限公司",
      unifiedSocialCreditCode: "91310115XXXX00043R",
      legalRepresentative: "gaoXin",
      status: "revoked"
    }
  },
  renamed: {
    purpose: {
      zh: "刚更名的企业，登记信息滞后时只认旧名，银行留存的也是旧名",
      en: "Just renamed: a registry that lags behind and its bank still know the old name"
    },
    rules: ["R-15", "R-54"],
    data: {
      name: "深圳示例新程科技有限公司",
      unifiedSocialCreditCode: "91440300XXXX00051A",
      legalRepresentative: "linYong",
      formerly: { name: "深圳示例旧程科技有限公司" }
    }
  },
  succession: {
    purpose: { zh: "刚变更法定代表人的企业", en: "Its legal representative has just changed" },
    rules: ["R-54"],
    data: {
      name: "杭州示例承启进出口有限公司",
      unifiedSocialCreditCode: "91330100XXXX0006XW",
      legalRepresentative: "dengPing",
      formerly: { legalRepresentative: "heFang" }
    }
  },
  passportLed: {
    purpose: { zh: "法定代表人持中国护照", en: "Its legal representative has a PRC passport" },
    rules: ["R-49", "R-60"],
    data: {
      name: "苏州示例远帆贸易有限公司",
      unifiedSocialCreditCode: "91320500XXXX00078D",
      legalRepresentative: "maLi"
    }
  },
  foreignLed: {
    purpose: {
      zh: "法定代表人持外国护照，只能用 IC 卡或银行 UKEY 认证",
      en: "Its legal representative has a foreign passport: IC card or bank UKEY only"
    },
    rules: ["R-33", "R-49"],
    data: {
      name: "武汉示例莱茵机械有限公司",
      unifiedSocialCreditCode: "91420100XXXX00086A",
      legalRepresentative: "annaMueller"
    }
  },
  soleTrader: {
    purpose: { zh: "个体工商户，没有对公账户", en: "Sole trader without a corporate bank account" },
    rules: ["R-66"],
    data: {
      name: "北京示例小港百货店",
      unifiedSocialCreditCode: "92110105XXXX000942",
      legalRepresentative: "wangFang"
    }
  },
  cooperative: {
    purpose: {
      zh: "农民专业合作社，法定代表人与另一人同名",
      en: "Farmers' cooperative whose legal representative shares a name with somebody else"
    },
    rules: ["R-54"],
    data: {
      name: "青岛示例蓝湾果蔬专业合作社",
      unifiedSocialCreditCode: "93370200XXXX00107P",
      legalRepresentative: "zhangWeiToo"
    }
  },
  residentLed: {
    purpose: {
      zh: "法定代表人持外国人永久居留身份证",
      en: "Its legal representative has a foreigner's permanent residence card"
    },
    rules: ["R-60"],
    data: {
      name: "北京示例白桦咨询有限公司",
      unifiedSocialCreditCode: "91110100XXXX00115D",
      legalRepresentative: "olgaPetrova"
    }
  }
})

export type EnterprisePersonaName = keyof typeof enterprises
