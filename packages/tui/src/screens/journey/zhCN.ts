export const zhCN = {
  titles: {
    "ic-card": "IC 卡认证",
    "legal-representative": "法定代表人身份认证",
    "bank-ukey": "银行 UKEY 认证"
  },
  steps: {
    card: "读卡和卡密码",
    enterprise: "核验企业信息",
    "legal-representative": "核验法人身份",
    bank: "去银行网站",
    "account-holder": "核验归属人身份",
    done: "完成"
  },
  levels: { none: "未认证", low: "低", medium: "中", high: "高" },
  working: "正在处理, 请稍候",
  missing: "还有必填项没有填",
  same: "与刚才未通过的一样: 请改正, 或按 F5 再试",
  sameCard: "与刚才未通过的一样, 请改正",
  again: "再试",
  next: "下一步",
  expires: (time: string) => `本次认证 ${time} 前有效, 离开后可以接着做`,
  attemptsLeft: (left: number) => `今日剩余 ${left} 次`,
  instead: {
    "ic-card": "改用 IC 卡认证 (推荐)",
    "legal-representative": "改用法定代表人身份证件",
    "bank-ukey": "改用银行 UKEY 认证"
  },
  start: {
    begin: "开始认证",
    needs: "开始前请准备好:",
    bank: "选择银行",
    other: (method: string) => `另有一个进行中的认证 (${method}), 开始后它会作废`,
    none: "这种方式还没有开始"
  },
  abandon: {
    label: "放弃认证",
    question: "放弃本次认证?",
    effect: "已完成的步骤作废, 要从头再来. 以前通过的认证不受影响.",
    stay: "不放弃",
    go: "放弃本次认证",
    done: "已放弃本次认证"
  },
  done: {
    title: "您已完成实名认证",
    titleOf: (username: string) => `${username} 已完成实名认证`,
    level: (level: string) => `安全级别: [${level}]`,
    back: "完成",
    close: "请退出网银并关闭浏览器"
  },
  warnings: {
    "expires-soon": "卡的证书快到期了, 请尽早办理延期",
    "enterprise-name-differs": "对方登记的企业名称与本账号不同 (不影响本次认证, 请核对)"
  },
  card: {
    state: "读卡",
    unknown: "输入卡密码后读卡",
    ready: "已读到卡",
    states: {
      CardControlMissing: "没有客户端控件",
      CardReaderMissing: "没有读卡器",
      CardMissing: "没有插卡",
      CardPinWrong: "已插卡, 密码不对",
      CardPinLocked: "已插卡, 密码已锁",
      CardExpired: "已插卡, 卡已过期",
      CardNotTrusted: "已插卡, 证书未通过",
      CardOfAnotherEnterprise: "已插卡, 是别的企业的卡"
    },
    enterprise: "本企业",
    kinds: "法人卡或操作员卡均可, 须是本企业的卡.",
    pin: "卡密码",
    length: (length: number) => `长度 ${length}`,
    left: (left: number) => `卡内剩余 ${left} 次, 用完后卡会锁死, 只能到制卡窗口解锁`,
    last: "只剩最后 1 次: 按 F10 明确同意后才会提交",
    agreed: "已同意使用最后 1 次, 按 Enter 提交",
    consent: "同意用最后一次",
    submit: "提交",
    once: "每次提交只向卡片送一次密码. 拔卡, 换卡, 断开都不重复提交.",
    again: "重新读卡",
    rearmed: "可以再次提交",
    notAgain: "同一密码不会自动再交: 改密码, 或按 F5 重新读卡",
    empty: "请输入卡密码",
    secret: "密码只送入卡片, 不落盘, 不记入日志"
  },
  mock: {
    card: "[模拟] 换卡",
    inserted: (card: string, counted: boolean) => `[模拟] 已插入 ${card}${counted ? "; 卡密码是 1 到 8 依次八位" : ""}`,
    removed: "[模拟] 已拔卡",
    sms: "[模拟] 取验证码",
    noSms: "[模拟] 还没有发出短信",
    bank: "[模拟] 银行回跳",
    noRequest: "[模拟] 没有发往银行的请求"
  },
  enterprise: {
    locked: "不可改",
    name: "企业名称",
    unifiedSocialCreditCode: "统一社会信用代码",
    organizationCode: "组织机构代码",
    legalRepresentativeName: "法人姓名",
    type: "法人证件类型",
    number: "法人证件号码",
    hint: "法人证件应与市场监管总局 (事业单位为相应机关) 备案一致.",
    why: "前四项是账号的企业信息, 要改请到 修改企业信息.",
    reopens: "重新核验会清除后面已完成的步骤"
  },
  person: {
    verified: "(第一步已核, 不可改)",
    own: "(账号上的, 不可改)",
    subjects: { "legal-representative": "法定代表人", "account-holder": "账号归属人 (页面上称管理员)" },
    name: "姓名",
    type: "证件类型",
    number: "证件号码",
    from: "有效起始日期",
    to: "有效截止日期",
    dateHint: "YYYYMMDD",
    longTerm: "长期填 8 个 0",
    all: "姓名, 号码, 起止日期须全部正确, 系统不说明是哪一项.",
    ctid: "途径一: 同步身份证到 CTID 后再试",
    bankCard: "途径二: 切换到银行卡认证",
    idCard: "改回身份证",
    ctidSteps: [
      "1. 用手机下载 CTID APP (可信身份认证)",
      "2. 在 APP 中按提示读取本人身份证, 完成同步",
      "3. 回到本页, 在起止日期处核对后按 F5, 再按 Enter"
    ],
    provide: "所填身份信息会替换账号上的身份信息, 原认证和绑卡随之失效.",
    previous: "上一步"
  },
  bankCard: {
    show: "显示卡号",
    card: "银行卡号",
    mobile: "预留手机号",
    code: "手机验证码",
    send: "获取验证码",
    confirm: "确定",
    retry: (seconds: number) => `${seconds} 秒后可再取`,
    retryAt: (time: string) => `${time} 后可再取`,
    sentTo: (mobile: string) => `验证码已发往 ${mobile}`,
    sent: "验证码已发出",
    valid: (digits: number, minutes: number, attempts: number) =>
      `验证码 ${digits} 位, ${minutes} 分钟有效, 错 ${attempts} 次作废.`,
    today: (sent: number, most: number) => `今日已发 ${sent}/${most}.`,
    own: {
      "legal-representative": "请使用法定代表人个人银行卡, 不要用对公卡或他人的卡.",
      "account-holder": "请使用账号归属人本人的银行卡."
    },
    factors: "核验四要素: 姓名, 证件号, 卡号, 预留手机号.",
    noCode: "请先填手机验证码",
    noCard: "请先填银行卡号和预留手机号"
  },
  bank: {
    bank: "银行",
    enterprise: "企业",
    open: "在插有网银 UKEY 的电脑上, 用浏览器打开 (只用一次):",
    form: "这家银行要以表单提交; 请运行 single-window bank-return, 由它打开",
    gone: "地址只在发起时显示一次. 没有打开过的, 按 n 重新发起.",
    waiting: (left: string) => `状态  等待银行回跳   剩余 ${left}`,
    over: "状态  请求已过期, 按 n 重新发起",
    listening: "本机正在等待浏览器回来 (Esc 停止等待)",
    stopped: "已停止等待浏览器, 按 w 再等",
    wait: "再等浏览器",
    notHere: "回跳不到本机来",
    notListening: "回跳由单一窗口网站接收; 回来后按 r 查看",
    privacy: "不查询, 不展示资产和交易. 完成后请退出网银并关闭浏览器.",
    forged: "回跳若验签不过或重复, 不会改变任何状态, 会记入日志",
    copy: "复制地址",
    copied: "地址已送到剪贴板",
    noCopy: "没有开启终端复制 (SINGLE_WINDOW_OSC52=1)",
    again: "重新发起 (旧请求作废)",
    refresh: "查看结果",
    still: "还没有收到银行的结果",
    start: "去银行认证"
  }
}

export type JourneyWords = typeof zhCN
