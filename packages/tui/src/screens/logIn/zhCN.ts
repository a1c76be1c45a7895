export const zhCN = {
  title: "登录",
  username: "用户名",
  password: "密  码",
  captcha: "验证码",
  question: (question: string) => `题目: ${question}`,
  captchaWaits: "正在取题",
  submit: "登录",
  card: "插卡登录",
  pin: "卡密码",
  pad: "读卡器上输入的可空着",
  noPin: "卡密码刚才不正确: 请重新输入",
  another: "换一题",
  show: "显示密码",
  wrongLength: "用户名、密码和验证码都要填",
  hints: [
    "默认密码登录后必须先改密, 改密前不能做别的事.",
    "连续多次输错密码会暂停登录; 用户名是否存在不会提示.",
    '忘记密码: 请本企业管理员在 "我的操作员" 中重置.'
  ],
  locked: "已锁定",
  comeBack: {
    holder: ["太久没有操作, 或会话时间已满.", "同一账号登录后回到原处, 没有保存的内容还在; F10 丢弃它."],
    staff: ["太久没有操作, 或会话时间已满.", "F7 回到原处, 没有保存的内容还在; F10 丢弃它."],
    nobody: ["太久没有操作, 或会话时间已满.", "主机没有设定解锁命令: 请退出, 按原来的方式重新打开."]
  },
  unlock: "解锁",
  noGate: "主机没有设定解锁命令 (SINGLE_WINDOW_STAFF_UNLOCK)",
  discard: "丢弃原来的内容",
  demo: ["演示账号 (虚构): qingdaoadmin, 密码 Qingdao#2026; F3 代填", "以工作人员 (主管) 身份看看全部账号: F8"],
  fill: "代填演示账号",
  staff: "以工作人员进入",
  hint: "提示"
}

export type LogInWords = typeof zhCN
