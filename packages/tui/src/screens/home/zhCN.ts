export const zhCN = {
  title: "首页",
  account: "本账号",
  enterprise: "企业",
  level: "安全级别",
  levels: { none: "未认证", low: "低", medium: "中", high: "高" },
  information: "信息",
  complete: "完整",
  incomplete: (count: number) => `${count} 处缺失或不正确`,
  others: (count: number) => `另有 ${count} 处`,
  problem: (field: string, problem: string) => `${field}: ${problem}`,
  next: "接下来",
  actions: {
    "change-password": "修改初始密码",
    "edit-enterprise": "修改企业信息",
    "edit-holder": "修改身份信息",
    certify: "做实名认证 (有 IC 卡的推荐用 IC 卡)"
  },
  again: "重新做实名认证 (原认证已失效)",
  resumes: "接着做实名认证",
  nothing: {
    certified: "已完成实名认证, 没有待办",
    registered: "没有待办: 在单一窗口注册的账号无需在此认证",
    card: "没有待办: 直接用卡登录的账号无需在此认证",
    migrated: "没有待办: 这里不要求迁移来的账号认证",
    cardless: "没有待办: 这里不要求无卡操作员认证"
  },
  manages: "可管理本企业的操作员 (按 o)",
  operators: "我的操作员",
  operatorCounts: (all: number, certified: number, locked: number, initial: number) =>
    `共 ${all}   已认证 ${certified}   锁定 ${locked}   初始密码未改 ${initial}`,
  accounts: "全部账号",
  certifications: { certified: "已认证", "under-way": "认证中", uncertified: "未认证", voided: "认证已失效" },
  atLeast: (count: number) => `${count} 以上`,
  refresh: "刷新",
  logOut: "退出登录",
  offers: "可以去"
}

export type HomeWords = typeof zhCN
