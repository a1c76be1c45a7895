export const zhCN = {
  title: "健康",
  columns: ["检查", "状态", "说明"] as ReadonlyArray<string>,
  names: {
    node: "Node.js",
    store: "存储",
    key: "密钥",
    policy: "策略",
    password: "密码散列",
    configuration: "配置文件",
    registry: "企业登记信息",
    "id-card": "身份证 CTID",
    "bank-card": "银行卡四要素",
    sms: "短信",
    "bank-ukey": "银行 UKEY",
    "card-control": "卡控件",
    "card-reader": "读卡器"
  } as Readonly<Record<string, string>>,
  badges: { ok: "正常", warning: "[注意]", failed: "[有误]", "not-configured": "[未配置]" },
  probe: "再查一次",
  probing: "正在检查, 可以继续按键, Esc 停止",
  checked: (at: string) => `检查于 ${at}; 只看线路、证书和时钟, 不查询任何人`,
  sum: (failed: number, warned: number) => `有误 ${failed} 项, 注意 ${warned} 项`,
  selected: "选中",
  none: "还没有结果"
}

export type HealthWords = typeof zhCN
