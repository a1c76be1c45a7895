import * as World from "../../src/world/index.js"

/** Two enterprises, a public institution, four people and three cards: enough for every answer. */
export const input = {
  people: {
    zhang: {
      name: "张伟",
      document: { type: "resident-id", number: "110101199003070011" },
      validity: { from: "20150301", to: "20350301" },
      mobile: "13800000001",
      bankCard: "6227001234567890121"
    },
    li: {
      name: "李娜",
      document: { type: "resident-id", number: "440106198512123023" },
      validity: { from: "20100101", to: "00000000" },
      mobile: "13800000002",
      bankCard: "6217001234567890122",
      bankCardState: "frozen",
      ctid: false
    },
    wang: {
      name: "王芳",
      document: { type: "passport", number: "E12345678" },
      mobile: "13800000003"
    },
    zhao: {
      name: "赵强",
      document: { type: "resident-id", number: "11010519491231002X" },
      validity: { from: "20050101", to: "00000000" },
      lost: true
    }
  },
  enterprises: {
    acme: {
      name: "北京示例贸易有限公司",
      unifiedSocialCreditCode: "91350100M000100Y43",
      legalRepresentative: "zhang",
      formerly: { name: "北京旧名贸易有限公司" }
    },
    school: {
      name: "示例研究所",
      unifiedSocialCreditCode: "913301087458306077",
      legalRepresentative: "li",
      kind: "public-institution"
    },
    gone: {
      name: "已吊销示例有限公司",
      unifiedSocialCreditCode: "91350206MA32JUL977",
      legalRepresentative: "zhao",
      status: "revoked"
    }
  },
  cards: {
    key1: { number: "JJ00000000001", enterprise: "acme", holder: "zhang", kind: "legal-person", pin: "12345678" },
    old: { number: "JJ00000000002", enterprise: "acme", kind: "operator", pin: "12345678", validTo: "20200101" },
    fake: { number: "JJ00000000003", enterprise: "acme", pin: "12345678", trusted: false }
  }
} satisfies World.WorldInput

export const small = World.make(input)

export const acme = {
  name: "北京示例贸易有限公司",
  unifiedSocialCreditCode: "91350100M000100Y43",
  organizationCode: "M000100Y4",
  legalRepresentativeName: "张伟"
}

export const zhangElements = {
  name: "张伟",
  number: "110101199003070011",
  validFrom: "20150301",
  validTo: "20350301"
}

export const zhangFactors = {
  name: "张伟",
  document: { type: "resident-id", number: "110101199003070011" },
  cardNumber: "6227001234567890121",
  mobile: "13800000001"
}
