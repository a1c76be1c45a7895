export const zhCN = {
  title: "账号",
  filter: "过滤",
  noFilter: "(全部, 不含已删除)",
  /** Widths of the columns, the enterprise taking the rest. */
  columns: [
    ["用户名", 18],
    ["姓名", 8],
    ["状态", 6],
    ["认证", 6],
    ["级别", 4],
    ["来源", 4]
  ] as ReadonlyArray<readonly [string, number]>,
  enterprise: "企业",
  counts: (known: string, marked: number) => `命中 ${known}  已选 ${marked}`,
  atLeast: (count: number) => `${count}+`,
  scanned: (count: number) => `已查 ${count} 个`,
  position: (from: number, to: number, known: string, sort: string) => `第 ${from}-${to} 行 / ${known}   排序: ${sort}`,
  sorts: {
    username: "用户名",
    status: "状态",
    certification: "认证",
    level: "级别",
    origin: "来源",
    enterprise: "企业"
  },
  none: "没有符合条件的账号",
  selected: "选中行",
  document: "证件",
  code: "信用代码",
  remark: "备注",
  open: "看详情",
  mark: "选/不选",
  unmarkAll: "全部不选",
  refilter: "过滤",
  nextHit: "下一个命中 (未过滤时: 下一个已选)",
  previousHit: "上一个命中 (未过滤时: 上一个已选)",
  sort: "换排序",
  refresh: "刷新",
  exporting: "导出 CSV",
  apply: "查找",
  save: "写入文件",
  cancel: "取消",
  deletedHasNoPage: "已删除的账号没有详情页",
  nothingHere: "列表是空的",
  stillReading: "列表还在读",
  nothingMarked: "一个也没有选",
  tooManyToSort: (most: number) => `命中超过 ${most} 个, 请先用 / 过滤再排序`,
  filterHelp: [
    "用户名开头, 或企业名称中的字;  也可以写 字段:值, 用空格隔开:",
    "状态:正常/初始/锁定/已删   认证:通过/进行中/未认证/失效   级别:无/低/中/高",
    "来源:注册/迁移/新增/读卡   类型:个人/操作员/管理员   无:邮箱/手机/证件/企业",
    "企业:名称中的字   代码:组织机构代码   证件尾号:末四位"
  ] as ReadonlyArray<string>,
  unknownField: (field: string, near: string | undefined, fields: ReadonlyArray<string>) =>
    near === undefined ? `没有字段 "${field}"; 有: ${fields.join(" ")}` : `没有字段 "${field}"; 是不是 "${near}"?`,
  unknownValue: (field: string, value: string, values: ReadonlyArray<string>) =>
    `${field} 没有 "${value}"; 可以是: ${values.join(" ")}`,
  tailTooLong: "证件尾号最多 4 位",
  file: "文件名",
  exportWhat: (marked: number) => (marked === 0 ? "导出符合过滤条件的全部账号" : `导出已选的 ${marked} 个账号`),
  exportMasked: "个人信息照样遮盖; 已有的文件不会被覆盖; 新文件只有您能读",
  exported: (rows: number, path: string) => `已写入 ${rows} 个账号: ${path}`,
  writing: (rows: number) => `已写 ${rows} 行`,
  fileExists: (path: string) => `文件已存在, 不覆盖: ${path}`,
  cannotWrite: (path: string, code: string) => `不能写入 ${path} (${code})`,
  fileNeeded: "请写文件名"
}

export type AccountsWords = typeof zhCN
