/** What every screen of the terminal UI says; each screen's own sentences are in its folder. */
export const zhCN = {
  name: "单一窗口",
  nobody: "未登录",
  opening: "正在打开",
  openingHint: "正在打开数据库...",
  otherLanguage: "F2 English",
  restricted: "受限会话",
  /** The longest that there is room for. */
  mock: ["[模拟] 演示数据, 结果不得用于真实业务", "[模拟] 演示数据", "[模拟]"],
  roles: {
    personal: "个人",
    operator: "操作员",
    administrator: "管理员",
    viewer: "工作人员 (查看)",
    clerk: "工作人员 (经办)",
    supervisor: "工作人员 (主管)",
    "legal-person-card": "法人卡"
  },
  keys: {
    help: "帮助",
    language: "中文 / English",
    contrast: "高对比 / 无色",
    command: "命令",
    back: "返回",
    quit: "退出 (连按两次)",
    leave: "退出",
    next: "下一项",
    previous: "上一项",
    down: "下一行",
    up: "上一行",
    pageDown: "下一页",
    pageUp: "上一页",
    first: "首行",
    last: "末行"
  },
  help: {
    title: (of: string) => `帮助: ${of}`,
    everywhere: "通用",
    here: "本页",
    notNow: (reason: string) => `现在不能: ${reason}`,
    rules: [
      "括号里的项现在不能用, 按下时状态行说明原因. 按 Esc 关闭帮助.",
      "填表时只有 Tab / Enter / Esc / Ctrl / F 键是命令, 其余都是文字.",
      "中文输入法的全角标点与字母等同于半角: 、是 /  ？是 ?  ：是 :"
    ]
  },
  /** Said on the ordinary screen, when this one cannot be opened. */
  beforeOpening: {
    noTerminal: "这个终端不支持全屏界面 (TERM=dumb); 请用子命令, 见 single-window --help",
    asStaffOnly: "打开界面时 --as 只能是 staff:姓名[/viewer|clerk|supervisor]"
  },
  tooSmall: (columns: number, rows: number) => `窗口太小, 需要 60x20, 现在 ${columns}x${rows}`,
  pressAgain: "再按一次 Ctrl-C 退出",
  pressAgainStops: "还有工作在后台进行; 再按一次 Ctrl-C 停止它并退出",
  disabled: (label: string, reason: string) => `不能${label}: ${reason}`,
  noSuchKey: (key: string) => `这里没有 ${key} 键, 按 ? 看可用的键`,
  unsaved: "填写的内容还没有保存. 再按一次 Esc 放弃",
  pasteIgnored: "粘贴的内容只能放进输入框",
  processing: "处理中",
  percent: (percent: number, rate: string, left: string) => `${percent}%   ${rate} 行/秒   约剩 ${left}`,
  cancelled: "已取消; 已经提交的仍然有效, 见日志",
  remedies: "可以这样做:",
  broken: (flow: string) => `程序内部出错, 操作没有完成. 请重试, 再出现请把流水 ${flow} 告诉技术支持`,
  brokenScreen: "这一页显示不出来",
  commandUnknown: (name: string) => `没有命令 :${name}`,
  commandsAre: (names: ReadonlyArray<string>) => `命令: ${names.join("  ")}`,
  left: (clock: string) => `会话余 ${clock}`,
  locked: "已锁定",
  discarded: "原来打开的内容已丢弃",
  notUnlocked: "主机没有确认身份, 仍然锁定",
  soon: {
    idle: (when: string) => `没有操作, ${when}自动锁定; 按任意键继续`,
    absolute: (when: string) => `会话时间将满, ${when}自动锁定; 请先保存`,
    now: "即将",
    after: (seconds: number) => `${seconds} 秒后`
  },
  theme: { colour: "彩色", contrast: "高对比", none: "无色" },
  met: "满足",
  notMet: "未满足",
  below: (lines: number) => `; j 往下还有 ${lines} 行`,
  position: (from: number, to: number, of: string) => `第 ${from}-${to} 行 / ${of}`,
  more: (above: number, below: number) => `上面还有 ${above} 行, 下面还有 ${below} 行`
}

export type TerminalWords = typeof zhCN
