export const zhCN = {
  title: "我的操作员",
  columns: {
    username: "操作员用户名",
    name: "姓名",
    document: "证件号码",
    source: "来源",
    certification: "认证",
    password: "密码"
  },
  cells: {
    origins: { registered: "注册", migrated: "迁移", cardless: "新增", card: "插卡" },
    levels: { none: "", low: "低", medium: "中", high: "高" },
    certified: "[通过]",
    underWay: "[进行中]",
    voided: "[已失效]",
    uncertified: "[未认证]",
    statuses: { active: "正常", "password-change-required": "初始", locked: "[锁定]", deleted: "已删除" }
  },
  roles: { personal: "个人用户", operator: "企业操作员", administrator: "管理员" },
  found: (hits: number, all: number, marked: number, sort: string) =>
    `命中 ${hits}/${all}   已选 ${marked}   排序: ${sort}`,
  filter: "过滤",
  filterHint: "(用户名 姓名 来源 认证 密码; 密码:初始  !迁移)  Enter 确定  Esc 清空",
  empty: "没有符合条件的用户",
  noOperators: "本企业还没有用户",
  selected: "选中",
  remark: "备注",
  noRemark: "(无)",
  advice: "建议",
  advices: {
    deleted: "已删除. 用户名和证件号没有被别人占用时可恢复 (u), 也可用同名新增 (c).",
    own: "这是您自己的账号.",
    differs: "企业信息与管理员账号不一致, 请本人先改企业信息, 改好才能管理.",
    recreate: "证件类型不能实名认证. 建议重建: 删除后同名新增无卡操作员 (c).",
    "no-name": "姓名或证件号为空, 请本人补充账号信息后认证; 也可重建 (c).",
    locked: "密码输错多次被锁定. 重置密码 (p) 会同时解锁.",
    initial: "还没有改初始密码. 请通知本人登录后修改.",
    admit: "还是个人用户. 可升级为本企业操作员 (a).",
    certify: "请通知本人登录后做实名认证.",
    voided: "原认证已失效, 请通知本人重新认证.",
    "under-way": "本人正在认证, 不必处理.",
    nothing: "不必处理."
  },
  premise: "管理前提 R-72",
  fields: {
    name: "名称",
    unifiedSocialCreditCode: "信用代码",
    organizationCode: "组织机构代码",
    legalRepresentativeName: "法人姓名"
  },
  cannot: "不可做",
  because: (deeds: string, why: string) => `${deeds} -- ${why}`,
  add: "新增无卡操作员",
  remove: "删除",
  reset: "重置密码",
  resetMarked: (count: number) => `重置所选 ${count} 个密码`,
  admit: "升级为操作员",
  recreate: "重建",
  restore: "恢复",
  undo: "撤销删除",
  mark: "选中/取消",
  sort: "换排序",
  showDeleted: "看已删除",
  hideDeleted: "不看已删除",
  refresh: "刷新",
  obstacles: {
    Nobody: "没有选中用户",
    Protected: "管理员账号和本人账号受保护 (R-75)",
    NotManageable: "只能管理迁移来的用户和无卡操作员 (R-75)",
    OperatorAlready: "已是本企业操作员",
    DeletedAlready: "该用户已删除",
    NotDeleted: "该用户没有删除"
  },
  differs: (fields: string) => `企业信息不一致: ${fields} (R-72)`,
  nothingToUndo: "打开本页以来没有删除过用户 (v 看已删除的)",
  markedCannot: (username: string, why: string) => `${username}: ${why}`,
  admitted: (username: string) => `已将 ${username} 升级为本企业操作员, 账号和编号不变`,
  restored: (username: string) => `已恢复 ${username}`,
  usual: "删除后可恢复 (z 撤销最近一次), 直到用户名或证件号被占用",
  comma: "、"
}

export type OperatorsWords = typeof zhCN
