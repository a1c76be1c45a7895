export const zhCN = {
  title: (username: string) => `删除 ${username}`,
  willDelete: "将删除",
  origins: { registered: "注册用户", migrated: "迁移用户", cardless: "无卡操作员", card: "插卡用户" },
  consequence: "后果",
  consequences: [
    "会话全部下线, 未完成的认证作废; 迁移来的用户名仍保留给本企业.",
    "日志不删除. 用户名或证件号码被再次使用之前可以恢复 (按 z)."
  ],
  reason: "原因",
  reasonNote: "必填, 记入日志",
  typed: "输入用户名确认",
  missing: (characters: number) => `还差 ${characters} 个字符`,
  differs: "与用户名不一致 (须逐字相同, 含大小写和空格)",
  exact: "一致",
  noReason: "没有写原因",
  remove: "删除",
  cancel: "取消",
  cancelNote: "什么也不删",
  deleted: (username: string) => `已删除 ${username}; 按 z 撤销`
}

export type DeleteOperatorWords = typeof zhCN
