export const zhCN = {
  title: "登录",
  username: "用户名",
  password: "密  码",
  captcha: "验证码",
  question: (question: string) => `题目: ${question}`,
  captchaWaits: "正在取题",
  submit: "登录",
  card: "插卡登录",
  another: "换一题",
  show: "显示密码",
  wrongLength: "用户名、密码和验证码都要填",
  hints: [
    "默认密码登录后必须先改密, 改密前不能做别的事.",
    "连续多次输错密码会暂停登录; 用户名是否存在不会提示.",
    '忘记密码: 请本企业管理员在 "我的操作员" 中重置.'
  ],
  demo: ["演示帐号 (虚构): 管理员 qingdaoadmin 密码 Qingdao#2026; F3 代填", "以工作人员 (主管) 身份看看全部帐号: F8"],
  fill: "代填演示帐号",
  staff: "以工作人员进入",
  hint: "提示"
}

export type LogInWords = typeof zhCN
