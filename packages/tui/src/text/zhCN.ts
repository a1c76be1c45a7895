import { outsideZhCN } from "./outsideZhCN.js"

/** What the command line says in Chinese; its shape is what every language must say. */
export const zhCN = {
  program: "单一窗口企业用户与实名认证：命令行",
  help: {
    usage: "用法：single-window [全局选项] 子命令 [参数]",
    screens: "不写子命令，在终端上打开界面；工作人员加 --as staff:姓名[/viewer|clerk|supervisor]",
    commands: "子命令（single-window 子命令 --help 看详细用法）：",
    options: "全局选项（放在子命令之前或之后均可）：",
    exits: "退出码：0 完成 · 1 被拒绝或发现有误 · 2 用法不对 · 3 无法询问（存储或核验服务）",
    footer: "全局选项与退出码见 single-window --help"
  },
  options: {
    json: "只在标准输出上给出机器可读的 JSON；说明与进度写到标准错误",
    db: "数据存放处：sqlite:路径、postgres://用户@主机/数据库 或 memory:（缺省：环境变量 SINGLE_WINDOW_DB，再缺省 sqlite:./single-window.db）",
    key: "主密钥文件（缺省：环境变量 SINGLE_WINDOW_KEY 或 SINGLE_WINDOW_KEY_FILE，再缺省为数据库旁的 路径.key）",
    lang: "语言：zh 或 en（缺省取自系统区域设置，否则为中文）",
    policy: "策略文件（JSON 或 YAML），只写要改的项",
    world: "模拟外部世界文件（JSON 或 YAML）：用模拟核验服务代替真实服务，仅供测试",
    config: "真实核验服务的配置文件（JSON 或 YAML；缺省取 SINGLE_WINDOW_CONFIG，没有则不配置）"
  },
  usage: {
    wrong: (message: string) => `用法不对：${message}`,
    unknownSubCommand: (name: string, nearest: string | undefined) =>
      `没有子命令 ${name}${nearest === undefined ? "" : `，是否想用 ${nearest}？`}`,
    parser: (message: string) =>
      message
        .replace(/^Expected to find option: '(.+)'/s, "缺少选项 $1")
        .replace(/^Missing argument <(.+)>/s, "缺少参数 $1")
        .replace(/^Expected one of the following cases: (.+)/s, "应为其中之一：$1")
        .replace(/^Received unknown argument: '(.*)'/s, "多余的参数 $1")
        .replace(/^'(.*)' is not a integer/s, "$1 不是整数"),
    field: (field: string, words: string) => `${field}：${words}`,
    noCommand: (names: ReadonlyArray<string>) => `请给出子命令：${names.join("、")}`,
    seeHelp: (name: string) => `查看用法：${name} --help`,
    noValue: (option: string) => `${option} 后面要有一个值`,
    twice: (option: string) => `${option} 只能给一次`,
    postgres: "PostgreSQL 地址应为 postgres://用户:密码@主机:端口/数据库",
    database: "--db 应为 sqlite:路径、postgres://用户@主机/数据库 或 memory:",
    unknownOption: (option: string) => `没有选项 ${option}`,
    unknownCommand: (name: string, nearest: string | undefined) =>
      `没有命令 ${name}${nearest === undefined ? "" : `，是否想用 ${nearest}？`}`,
    actor:
      "--as 应为用户名（或 user:用户名）、staff:姓名[/viewer|clerk|supervisor]、system:名称、anonymous、card 或 card:卡",
    cardNeedsWorld: "--card 与 --as card:卡 只在模拟外部世界中可用",
    noSuchCard: (card: string, cards: ReadonlyArray<string>) =>
      `模拟外部世界里没有卡 ${card}${cards.length === 0 ? "" : `；有：${cards.join("、")}`}`,
    inputNotJson: (where: string, why: string) => `${where} 不是 JSON：${why}`,
    inputUnreadable: (path: string) => `无法读取 ${path}`,
    inputTooLong: (where: string) => `${where} 过长`,
    reasonNeeded: "--reveal 须同时用 --reason 说明事由",
    placeholder: (name: string) => `现在没有可代入 ${name} 的内容`,
    fileUnreadable: (option: string, path: string) => `${option}：无法读取 ${path}`,
    fileOpen: (option: string, path: string) => `${option}：任何用户都能改写 ${path}，不予采用；请先 chmod o-w`,
    fileWrong: (option: string, where: string, why: string) => `${option}：${where === "" ? "" : `${where}：`}${why}`
  },
  outside: outsideZhCN,
  "bank-return": outsideZhCN.bankReturn,
  banner: {
    demonstration: "【模拟】这是演示数据库，外部核验服务均为模拟，结果不得用于真实业务。",
    world: (path: string) => `【模拟】外部核验服务均由 ${path} 模拟，结果不得用于真实业务。`
  },
  store: {
    missing: (path: string) =>
      `数据库 ${path} 不存在；single-window demo 新建演示数据库，single-window import 文件 新建正式数据库`,
    nothing: (place: string) => `${place} 中还没有数据`,
    folderMissing: (path: string) => `${path} 所在的文件夹不存在`,
    created: (path: string, key: string | undefined) =>
      `已新建数据库 ${path}${key === undefined ? "" : `，主密钥在 ${key}（请妥善备份：没有它，数据无法打开）`}`,
    memoryOfWorld: (path: string) => `无法保存模拟外部世界的状态：${path}`
  },
  refused: {
    rules: (ids: ReadonlyArray<string>) => `依据：${ids.join("、")}`,
    remedies: "可以这样做：",
    notConfigured: (port: string) => `没有为“${port}”配置核验服务。`
  },
  interrupted: "已中断。已保存的内容不受影响；导入可再次运行，会接着做。",
  internal: (message: string) => `内部错误：${message}`,
  done: "完成",
  check: {
    summary: "检查证件号码、代码等标识；值也可从标准输入读取，每行一个",
    kind: "种类",
    value: "要检查的值；不给或给 - 则从标准输入读取",
    lenient: "统一社会信用代码校验码不符只作警告",
    valid: "有效",
    invalid: "无效"
  },
  rules: {
    summary: "规则目录：手册每一条规则由哪里保证",
    manual: "手册",
    assumed: "推定",
    outside: "软件之外"
  },
  do: {
    summary: "执行一条业务命令",
    about:
      "在模拟外部世界中，--input 里的 $captcha、$sms、$bankReturn（及 $bankReturn.tampered、$bankReturn.replayed 等）分别代入正确的验证码、最近一条短信验证码、银行应返回的参数。外部世界的状态（已发短信、银行请求、PIN 输错次数）保存在数据库旁的 路径.world.json。只有 RegisterAdministrator 会新建数据库。",
    command: "业务命令，如 EditEnterprise；全部命令及其内容见 --list",
    list: "列出全部业务命令及其内容（? 可不填，[] 可多项）",
    as: "以谁的身份：用户名（或 user:用户名）、staff:姓名[/viewer|clerk|supervisor]（不写角色则取能执行该命令的最低角色）、system:名称、anonymous、card、card:卡",
    input: "命令的内容：JSON、@文件 或 -（标准输入）",
    on: "工作人员代办时，对哪个用户名",
    reason: "事由；工作人员必填，随每个事件保存",
    dryRun: "只说会怎样，不写入",
    keyId: "幂等键：同一个键的命令只做一次",
    card: "模拟外部世界中插入读卡器的卡",
    captcha: (question: string) => `验证码：${question} `,
    wouldAsk: (ports: ReadonlyArray<string>) => `还须询问：${ports.join("、")}`,
    dry: "（试运行，未写入）"
  },
  account: {
    summary: "一个账号；个人信息遮盖显示",
    username: "用户名",
    reveal: "显示完整个人信息（主管权限，记录在案）",
    reason: "查看的事由",
    as: "工作人员，staff:姓名（缺省为本机登录名）"
  },
  scenario: {
    summary: "运行情景文件（YAML 或 JSON），每个文件都在全新的内存模拟环境中",
    file: "情景文件，或放情景文件的文件夹",
    step: (step: number) => `第 ${step} 步`,
    expected: "应为",
    actual: "实为",
    refused: "拒绝",
    none: (folder: string) => `${folder}：此文件夹中没有情景文件（.yaml、.yml 或 .json）`,
    sum: (passed: number, failed: number) => `通过 ${passed} 个，未通过 ${failed} 个`
  },
  simulate: {
    summary: "让一批虚构的账号在模拟外部世界里过若干天，每天之后检查全部不变量",
    seed: "种子；种子相同，结果逐字节相同（缺省 1）",
    accounts: "账号数（缺省 200）",
    days: "天数（缺省 30）",
    faults:
      "始终存在的外部故障：none、rough、ctid-outage、sms-late、bank-returns-twice、card-pulled-mid-read、registry-stale（缺省 none）",
    plant: "在核心周围埋一处缺陷，看能否发现",
    replay: "不用人群，改为重演一个情景文件，结束时检查同样的不变量",
    noSuch: (option: string, given: string, meant: string | undefined, names: ReadonlyArray<string>) =>
      `${option}：没有 ${given}${meant === undefined ? "" : `，是否想用 ${meant}？`}（有：${names.join("、")}）`,
    notWithin: (option: string, most: number) => `${option} 应为 1 到 ${most} 的整数`,
    notWithReplay: (option: string) => `${option} 用于人群；--replay 重演的情景自有设定，不用它`,
    holds: "全部不变量成立"
  },
  conformance: {
    summary: "检验别人写的适配器是否符合端口的要求，并给出报告",
    layer: "模块（文件或包），可加 #导出名；给出 Layer（默认导出名 layer）及旁边的 samples",
    port: "端口或存储，例如 EnterpriseRegistry、Vault、Ledger",
    expected: "已知差距的文件（YAML 或 JSON）：用例、原因、截止日期",
    noExport: (name: string, meant: string | undefined, names: ReadonlyArray<string>) =>
      `没有导出 ${name}${meant === undefined ? "" : `，是否为 ${meant}？`}（有：${names.join("、")}）`,
    noLayer: (name: string) => `导出的 ${name} 不是 Layer，也不含 layer`,
    noPort: (name: string, meant: string | undefined, names: ReadonlyArray<string>) =>
      `没有端口 ${name}${meant === undefined ? "" : `，是否为 ${meant}？`}（有：${names.join("、")}）`,
    noSamples: (port: string, names: ReadonlyArray<string>) =>
      `检验 ${port} 需要样本 ${names.join("、")}：请与 Layer 一同导出 samples`,
    noSample: (name: string, meant: string) => `没有样本 ${name}，是否为 ${meant}？`,
    samplesWrong: (why: string) => `样本有误：${why}`
  },
  accounts: {
    summary: "账号列表；按用户名顺序分页，个人信息遮盖显示",
    username: "用户名以此开头",
    role: "角色",
    origin: "来源",
    level: "安全级别",
    certification: "认证情况",
    organizationCode: "所属企业的组织机构代码",
    document: "证件，类型:号码（完全一致）",
    deleted: "包括已删除的",
    after: "接着上一页：上一页给出的 next",
    limit: "每页条数，1 至 500",
    columns: ["用户名", "角色", "状态", "级别", "姓名", "企业"],
    none: "没有账号",
    more: (next: string) => `还有更多：--after '${next}'`
  },
  operators: {
    summary: "我的操作员：该管理员所在企业的全部用户",
    username: "管理员的用户名"
  },
  history: { summary: "一个账号经历过的事件", enterprise: "该管理员管理的全部用户的事件，新的在前" },
  funnel: { summary: "全部账号在实名认证上走到哪一步，卡在哪里" },
  explain: { summary: "一个账号为何处于现在的状态，逐条规则说明" },
  plan: {
    summary: "达到某一安全级别的各条途径：步骤、须备之物、哪些走不通",
    to: "要达到的安全级别",
    reached: (level: string) => `已达到：当前级别为 ${level}`,
    blocked: (method: string, why: string) => `走不通：${method}（${why}）`
  },
  journal: {
    summary: "日志：校验哈希链、导出、由日志重建并比对",
    export: "导出全部事件，每行一个 JSON，不含个人数据，仍可校验",
    rebuild: "仅凭日志重建全部账号，与现存数据比对",
    rebuilt: (accounts: number, events: number, differing: number) =>
      `由 ${events} 个事件重建 ${accounts} 个账号，${differing === 0 ? "与现存数据一致" : `有 ${differing} 处不一致`}`,
    verify: "校验哈希链：改动、缺失、多出或截断的事件都会显露",
    whole: (events: number, streams: number) => `哈希链完整：${streams} 个账号，${events} 个事件`,
    broken: (stream: string, version: number, fault: string) =>
      `哈希链在 ${stream} 的第 ${version} 个事件处不成立（${fault}）`
  },
  migrate: {
    summary: "把数据搬到另一个数据库（SQLite 与 PostgreSQL 之间，双向），并证明两边一致",
    from: "原来的数据库：sqlite:路径 或 postgres://…；搬的时候不能写入",
    to: "新的数据库，其中不得已有数据",
    inMemory: (option: string) => `${option} 应为 sqlite:路径 或 postgres://…`,
    toItself: "--from 与 --to 是同一个数据库",
    notEmpty: (place: string) => `${place} 中已有数据，未作改动`,
    unequal: "两边不一致，什么都没有保存",
    same: "一致",
    differs: "不一致",
    done: (place: string) => `每一行都已搬到 ${place}，原来的数据库未动。请停掉还在用它的程序，改用新的`,
    key: (from: string, to: string) =>
      `主密钥不随数据搬动：新的数据库仍用同一把。给 --key ${from}，或把它复制为 ${to}（用环境变量给密钥的，不必改）`
  },
  screen: {
    summary: "检查迁移账号文件（CSV 或 NDJSON，UTF-8 或 GB18030），不写入：每行会怎样，下一步做什么",
    file: "迁移账号文件",
    report: "把逐行结果写成 CSV",
    alone: (path: string) => `数据库 ${path} 还不存在，只在文件内部查重`,
    reportWritten: (path: string) => `逐行结果已写入 ${path}`,
    reportNotWritten: (path: string) => `--report：无法写入 ${path}`,
    rows: (rows: number) => `共 ${rows} 行`,
    examples: "例如：",
    row: (line: number) => `第 ${line} 行`
  },
  import: {
    waiting: "另一台机器正在导入，等它完成…",
    summary: "检查并导入迁移账号文件；可中断后再次运行，重复运行不会重复导入。数据库不存在时新建",
    stored: (imported: number, skipped: number) => `已导入 ${imported} 行，跳过 ${skipped} 行`
  },
  doctor: {
    summary: "检查存储、密钥、核验服务、卡控件与读卡器",
    status: { ok: "正常", warning: "注意", failed: "有误", "not-configured": "未配置" },
    node: (version: string) => `Node.js ${version}`,
    nodeOld: (version: string) => `Node.js ${version} 过旧，需要 20.19 以上`,
    store: (path: string) => `${path} 可以打开`,
    server: (place: string, version: string, encrypted: boolean) =>
      `${place} 可以打开（PostgreSQL ${version}，${encrypted ? "TLS 加密连接" : "连接未加密"}）`,
    notDurable: (place: string) =>
      `${place} 可以打开，但服务器未设为等待写盘（fsync、full_page_writes、synchronous_commit），断电会丢失已确认的数据`,
    memory: "内存中，不保存",
    key: "密钥与数据库相符",
    keyUnknown: "未能检查：存储打不开",
    policy: "策略有效",
    password: (milliseconds: number) => `一次密码散列 ${milliseconds} 毫秒`,
    mock: "由模拟外部世界代答",
    none: "没有配置核验服务",
    noCard: "没有配置卡控件与读卡器"
  },
  demo: {
    summary: "演示主要业务：在真实的 SQLite 文件上，用模拟核验服务，从检查迁移账号到操作员管理",
    about:
      "缺省写入 ./single-window-demo.db（每次重做，不看 SINGLE_WINDOW_DB），也可用 --db 指定；不会覆盖非演示数据库。演示数据库上的命令一直由同一个模拟外部世界答复，每次都在标准错误上标明。",
    title: "单一窗口演示：企业、人员、证件、银行卡均为虚构",
    as: (actor: string) => `（身份：${actor}）`,
    unexpected: (step: string, expected: string, found: string) =>
      `演示中断：“${step}”本应是 ${expected}，实际是 ${found}`,
    notOurs: (path: string) => `${path} 不是演示数据库，不会被覆盖；请用 --db 另指定一个文件`,
    sum: (steps: number, accounts: number, certified: number, refused: number) =>
      `共 ${steps} 步：${accounts} 个账号，${certified} 个已认证，${refused} 次被拒绝并给出途径`,
    goOn: (place: string, option: string) => [
      `数据保存在 ${place}，可以接着看：`,
      `  single-window accounts --db ${option}`,
      `  single-window history ciq_bj_001 --db ${option}`
    ]
  }
}

/** A language says all of it. */
export type Words = typeof zhCN
