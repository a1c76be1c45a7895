const meant = (nearest: string | undefined) => (nearest === undefined ? "" : `，是不是 ${nearest}？`)
const all = (names: ReadonlyArray<string>) => names.join("、")

/** 外部核验服务的配置与检查。 */
export const outsideZhCN = {
  unknownField: (name: string, nearest: string | undefined, names: ReadonlyArray<string>) =>
    `没有 ${name} 这一项${meant(nearest)}（可用：${all(names)}）`,
  secretInFile: (name: string, variables: ReadonlyArray<string>) =>
    `密钥不写在配置文件里（${name}）；请用环境变量 ${all(variables)}，或在变量名后加 _FILE 指定文件`,
  missing: (name: string) => `缺少 ${name}`,
  notObject: "应为对象",
  noSource: (names: ReadonlyArray<string>) => `缺少 source（可用：${all(names)}）`,
  unknownSource: (name: string, nearest: string | undefined, names: ReadonlyArray<string>) =>
    `此处没有来源 ${name}${meant(nearest)}（可用：${all(names)}）`,
  oneSourceOnly: "只能有一个来源：同一条短信、同一张卡、同一次跳转不能换一家再试",
  sameSourceTwice: (name: string) => `${name} 写了两次：备用来源必须是另一家`,
  noSources: "一个来源也没有",
  tlsWithoutTls: "endpoint 不是 https，tlsAuthorityFile 不起作用",
  unknownBank: (name: string, nearest: string | undefined, names: ReadonlyArray<string>) =>
    `没有银行 ${name}${meant(nearest)}（可用：${all(names)}）`,
  bankTwice: (name: string) => `银行 ${name} 写了两次`,
  returnUrl: "returnUrl 必须是 https，或本机（127.0.0.1）带端口的 http",
  worldToo: "--world 是模拟外部世界，不能与真实核验服务的配置（--config 或 SINGLE_WINDOW_CONFIG）同时使用",
  mockOnReal: "此数据库已由真实核验服务的配置使用过，不能再由模拟外部世界答复",
  demonstrationToo: "这是演示数据库，只由模拟外部世界答复，不能使用 --config",
  demonstrationIgnores: (path: string) => `演示数据库：不使用 SINGLE_WINDOW_CONFIG 指定的 ${path}`,
  cannotStart: (port: string, detail: string) => `${port} 的核验服务按此配置不能启动：${detail}`,
  variableMissing: (name: string) => `缺少环境变量 ${name}（或 ${name}_FILE 指定的文件）`,
  variableTwice: (name: string) => `${name} 与 ${name}_FILE 只能给一个`,
  pin: "卡密码（不显示）：",
  doctor: {
    configuration: (path: string) => `${path} 可以使用`,
    credentials: "有密钥",
    reached: (host: string, milliseconds: number) => `${host} 可以连接，${milliseconds} 毫秒`,
    notReached: (host: string, why: string) => `${host} 不能连接：${why}`,
    secure: (host: string, milliseconds: number, until: string) =>
      `${host} 可以连接，${milliseconds} 毫秒，TLS 证书有效至 ${until}`,
    clock: (seconds: number) => `本机时钟与对方相差 ${seconds} 秒`,
    file: (path: string) => `短信写入文件 ${path}，只用于开发`,
    keyEnds: (bank: string, until: string) => `${bank} 的密钥有效至 ${until}`,
    keyNone: (bank: string) => `${bank} 现在没有有效的密钥`,
    keys: (bank: string) => `${bank} 的密钥可以使用`,
    notOffered: (banks: ReadonlyArray<string>) => `策略提供、但没有配置的银行：${all(banks)}`,
    control: (address: string) => `控件 ${address} 有应答`,
    service: "PC/SC 服务有应答",
    card: "读卡器与卡可以使用",
    noCard: "读卡器可以使用，没有插卡",
    reader: "读卡器",
    controlUnknown: "未能检查：控件没有应答",
    failed: (checks: ReadonlyArray<string>) => `有误：${all(checks)}`
  },
  bankReturn: {
    summary: "银行 UKEY 认证：等待银行把人带回本机，并完成认证",
    about:
      "配置中的 returnUrl 必须是本机地址。给出 --bank 时先发起认证并打印要在浏览器中打开的地址；不给时等待已经发起的认证。",
    as: "谁的认证：用户名",
    bank: (codes: ReadonlyArray<string>) => `银行（${all(codes)}）`,
    wait: "最多等待几秒（缺省 600）",
    open: (address: string) => `请在浏览器中打开：${address}`,
    waiting: "等待银行返回……",
    notConfigured: "没有配置银行（bank-ukey）",
    notHere: (url: string) => `returnUrl ${url} 不在本机，银行的返回由那里的服务器处理`,
    noRequest: (username: string) => `${username} 没有等待银行的认证；请用 --bank 发起`,
    closeBrowser: "请退出网上银行并关闭浏览器。"
  }
}
export type OutsideWords = typeof outsideZhCN
