/** What accounts are said to be, alike on every screen. */
export const zhCN = {
  status: { active: "正常", "password-change-required": "初始", locked: "锁定", deleted: "已删" },
  role: { personal: "个人", operator: "操作员", administrator: "管理员" },
  origin: { registered: "注册", migrated: "迁移", cardless: "新增", card: "读卡" },
  /** Where a migrated one came from: the store has this in its remark. */
  from: (source: string) => `迁移自 ${source}`,
  semicolon: "；",
  level: { none: "无", low: "低", medium: "中", high: "高" },
  certification: { certified: "通过", "under-way": "进行中", uncertified: "未认证", voided: "失效" },
  method: { "ic-card": "IC 卡", "legal-representative": "法定代表人", "bank-ukey": "银行 UKEY" },
  longTerm: "长期",
  binding: { none: "未绑卡", bound: "已绑卡", voided: "绑卡失效" },
  because: {
    "identity-changed": "改了身份信息",
    "enterprise-changed": "改了企业信息",
    "corrected-by-staff": "工作人员更正",
    recreated: "账号重建"
  },
  document: {
    "resident-id": "身份证",
    passport: "护照",
    "hk-macao-permit": "港澳通行证",
    "taiwan-permit": "台胞证",
    "hmt-residence": "港澳台居住证",
    "foreigner-pr": "外国人永居证"
  }
}

export type AccountWords = typeof zhCN
