export const zhCN = {
  title: "认证漏斗",
  funnel: "认证漏斗",
  steps: {
    all: "全部账号",
    complete: "信息齐全",
    begun: "进行中/通过/失效",
    certified: "认证通过"
  },
  levels: "安全级别",
  stuck: "没有通过的, 卡在哪里 (一个账号可有几条)",
  reasons: {
    "no-enterprise": "企业信息缺失",
    "no-holder": "姓名或证件缺失",
    locked: "账号锁定",
    initial: "初始密码未改",
    voided: "认证已失效",
    "under-way": "认证进行中",
    "not-begun": "信息齐全而未开始"
  },
  stuckAt: "进行中的, 停在哪一步",
  methods: "通过的, 用哪种方式 (一个账号可有几种)",
  counting: (done: number) => `已数 ${done} 个账号, 还在数; Esc 停止`,
  counted: (done: number, at: string) => `共 ${done} 个账号 (不含已删除), 数于 ${at}`,
  stopped: (done: number) => `数到 ${done} 个时停下了, 数字不全; 按 r 重数`,
  again: "重数",
  percent: (share: number) => `${share}%`
}

export type FunnelWords = typeof zhCN
