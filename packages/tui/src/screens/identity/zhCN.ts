export const zhCN = {
  fields: {
    name: "姓名",
    type: "证件类型",
    number: "证件号码",
    from: "有效起始日期",
    to: "有效截止日期"
  },
  types: {
    keep: "(不改)",
    "resident-id": "身份证",
    passport: "护照",
    "hk-macao-permit": "港澳居民来往内地通行证",
    "taiwan-permit": "台湾居民来往大陆通行证",
    "hmt-residence": "港澳台居民居住证",
    "foreigner-pr": "外国人永久居留身份证"
  },
  none: "(空)",
  dateHint: "YYYYMMDD",
  longTerm: "长期填 8 个 0",
  noDates: "只有身份证有有效期",
  passport: "护照仅限中华人民共和国制发",
  show: "显示证件号",
  problem: (field: string, problem: string) => `${field}: ${problem}`,
  numberNeeded: "换证件类型时要填新的证件号码",
  bothDates: "起止日期要一起填"
}

export type IdentityWords = typeof zhCN
