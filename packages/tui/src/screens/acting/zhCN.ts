export const zhCN = {
  title: "为哪个账号办理",
  about: "工作人员替账号归属人办理: 每一步都连同事由记入日志.",
  account: "用户名",
  reason: "事由",
  reasonHint: "例如: 客户来电申请, 工单 20261125-01",
  go: "继续",
  missing: "用户名和事由都要填写"
}

export type ActingWords = typeof zhCN
