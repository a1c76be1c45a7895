export const zhCN = {
  title: (usernames: ReadonlyArray<string>) =>
    usernames.length === 1 ? `重置密码 ${usernames[0]}` : `重置 ${usernames.length} 个密码`,
  willReset: "将重置",
  more: (count: number) => `等 ${count} 个`,
  consequences: ["密码重置为默认密码 (八个 8), 会话全部下线, 锁定解除.", "请当面或电话告知本人; 本程序不发送密码."],
  within: (hours: number) => `限期 ${hours} 小时: 本人须在期限内登录并修改密码, 过期后要再重置.`,
  reason: "原因",
  reasonNote: "记入日志",
  count: (count: number) => `输入数目 ${count} 确认`,
  countDiffers: "数目不一致",
  countSame: "一致",
  reset: "重置",
  cancel: "取消",
  cancelNote: "什么也不改",
  done: "已重置为默认密码 (八个 8), 会话已下线, 锁定已解除",
  doneWithin: (hours: number) => `${hours} 小时内须登录并修改密码, 过期后要再重置.`,
  tell: "请当面或电话告知本人; 本程序不通过短信、邮件发送密码.",
  refused: "没有重置",
  goBack: "返回列表"
}

export type ResetPasswordWords = typeof zhCN
