export const zhCN = {
  title: "实名认证",
  methods: {
    "ic-card": "中国电子口岸 IC 卡 (推荐)",
    "legal-representative": "法定代表人身份证件",
    "bank-ukey": "银行 UKEY"
  },
  levels: { none: "未认证", low: "低", medium: "中", high: "高" },
  marks: { passed: "[通过]", open: "[进行中]", not: "[未过]", blocked: "[不可做]" },
  now: (level: string) => `现在的安全级别: [${level}]`,
  gives: (level: string) => `级别 ${level}`,
  shortest: "步骤最少",
  needs: "需要:",
  resumes: (step: string, time: string) => `进行到 ${step}, ${time} 前有效. 按 Enter 接着做`,
  levelTooLow: "级别不高于现在的, 不需要做",
  incomplete: "信息缺失或不正确, 请先修改:",
  mendFirst: "信息缺失或不正确, 先按 e 或 i 修改",
  problem: (field: string, problem: string) => `${field}: ${problem}`,
  go: "去认证",
  editEnterprise: "改企业信息",
  editHolder: "改身份信息",
  cardBinding: "绑卡",
  refresh: "刷新",
  seeAbove: "这种方式现在不能做, 原因写在上面",
  choose: "选一种方式; 三种都可以做, 级别取最高",
  notLoaded: "还没有读到"
}

export type CertifyWords = typeof zhCN
