export const zhCN = {
  title: (of: string) => `帮助: ${of}`,
  everywhere: "通用",
  here: "本页",
  close: "关闭",
  notNow: (reason: string) => `现在不能: ${reason}`,
  rules: [
    "括号里的项现在不能用, 按下时状态行说明原因.",
    "填表时只有 Tab / Enter / Esc / Ctrl / F 键是命令, 其余都是文字.",
    "中文输入法的全角标点与字母等同于半角: 、是 /  ？是 ?  ：是 :"
  ]
}

export type HelpWords = typeof zhCN
