export const zhCN = {
  title: "修改密码",
  forced: "您正在使用初始密码. 改密之前, 其他功能一律不可用.",
  current: "当前密码",
  next: "新密码",
  again: "再输一次",
  length: (length: number) => `长度 ${length}`,
  show: "显示密码",
  submit: "保存并重新登录",
  logOut: "退出登录",
  checks: {
    length: (least: number) => `至少 ${least} 位`,
    notInitial: "不是初始密码 (八个 8)",
    notCurrent: "与当前密码不同",
    notUsername: "与用户名不同",
    classes: (least: number) => `大写, 小写, 数字, 符号至少 ${least} 种`,
    same: "两次输入一致"
  },
  notYet: "还有未满足的要求",
  changed: "密码已修改, 请用新密码登录",
  effect: "改密成功后本账号的其他会话会全部下线"
}

export type ChangePasswordWords = typeof zhCN
