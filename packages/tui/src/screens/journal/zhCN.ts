export const zhCN = {
  title: "日志",
  titleOf: (username: string) => `日志: ${username}`,
  columns: ["时间", "操作人", "事件", "对象"] as ReadonlyArray<string>,
  filter: "筛选",
  noFilter: "(全部)",
  hits: (found: number, read: string) => `命中 ${found}/${read}`,
  atLeast: (count: number) => `${count}+`,
  scopeAll: "所有账号, 新的在前",
  scopeEnterprise: "本企业的用户, 新的在前",
  scopeOne: (username: string) => `${username} 的记录, 新的在前`,
  scopeOwn: "本账号的记录, 新的在前",
  filterHelp: [
    "几个词都要出现, 用空格隔开; 也可以写 字段:值",
    "操作人:名字   对象:用户名   事件:名称   日期:2026-11-25"
  ] as ReadonlyArray<string>,
  unknownField: (field: string, near: string | undefined, fields: ReadonlyArray<string>) =>
    near === undefined ? `没有字段 "${field}"; 有: ${fields.join(" ")}` : `没有字段 "${field}"; 是不是 "${near}"?`,
  apply: "查找",
  refilter: "筛选",
  open: "看账号",
  older: "读更早的",
  refresh: "刷新",
  verify: "校验链",
  noneOlder: "已经读到最早的一条",
  mayNotOpen: "只有工作人员和本人可以看账号",
  nothing: "没有这样的记录",
  details: "详情",
  reason: (text: string) => `原因 "${text}"`,
  flow: (version: number) => `该账号第 ${version} 条`,
  verifying: "正在从头校验全链, Esc 停止",
  whole: (events: number, streams: number) => `链完整: ${events} 条, ${streams} 个账号, 与各账号现状一致`,
  wholeShort: "链完整, 没有缺失或改动",
  broken: (stream: string, version: number, fault: string) => `链有误: ${stream} 第 ${version} 条 (${fault})`,
  brokenShort: "链有误, 请告诉平台工作人员",
  appendOnly: "日志只增不改; 不含个人信息"
}

export type JournalWords = typeof zhCN
