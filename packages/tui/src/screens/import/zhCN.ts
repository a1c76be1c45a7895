export const zhCN = {
  title: "迁移导入",
  steps: ["选文件", "试运行", "导入"],
  path: "文件",
  pathNote: "CSV 或 NDJSON, UTF-8 或 GB18030",
  reason: "事由",
  reasonNote: "导入时必填, 记入日志; 只试运行可不填",
  screen: "试运行",
  hints: [
    "试运行不写入任何数据: 先看每一行会怎样, 再决定导入.",
    "已在库中的行跳过, 不会重复导入; 中断后用同一文件再来即可接着做.",
    "可以把文件拖进来或粘贴路径; ~ 是您的主目录."
  ],
  file: (name: string, format: string, encoding: string, lines: number) =>
    `${name}   ${format} ${encoding}   ${lines} 行${format === "CSV" ? " (含表头)" : ""}`,
  screening: "试运行中 (Esc 取消)",
  screened: (importable: number, already: number, rest: number, seconds: string, digest: string) =>
    `可导入 ${importable}   以前已导入 ${already}   不导入 ${rest}   试运行 ${seconds} 秒   摘要 ${digest}`,
  only: (name: string, count: number) => `只看 ${name} (${count})`,
  all: (count: number) => `有问题的行 ${count}`,
  capped: (count: number) => `只列前 ${count} 行, 全部见错误文件`,
  columns: { line: "行", username: "用户名", class: "类别", why: "原因" },
  why: "原因",
  next: "下一步",
  none: "没有有问题的行",
  start: "开始导入",
  resume: "接着导入",
  again: "再导入一次",
  filter: "只看一类",
  exportErrors: "导出错误",
  another: "换文件",
  importing: (imported: number, already: number, left: number) =>
    `成功 ${imported}   以前已导入 ${already}   不导入 ${left}`,
  row: (line: number, why: string) => `第 ${line} 行  ${why}`,
  goesOn: "Esc 离开, 导入在后台继续; s 停下, 同一文件再来就接着做.",
  resumable: "停下不会丢: 再导入同一文件时接着做, 已成功的行不会重复.",
  stop: "停下",
  background: (done: number, total: number) => `导入在后台继续: ${done} / ${total} 行`,
  endedElsewhere: "后台的导入结束了, 到迁移导入页看结果",
  paused: "已暂停",
  done: "导入完成",
  written: (path: string) => `错误行已写成 ${path} (含行号与原因, 不含证件号码)`,
  notWritten: (path: string) => `错误文件写不成: ${path}`,
  changed: "文件在试运行之后变了, 请重新试运行",
  noPath: "没有填文件",
  noReason: "没有填事由 (按 b 回去填)",
  notSupervisor: "只有主管可以导入; 试运行人人可做",
  withinFile: "证件号码只在文件内查重; 是否与库中的相同, 由主管试运行时核对",
  nothing: "没有可导入的行",
  running: "正在处理"
}

export type ImportWords = typeof zhCN
