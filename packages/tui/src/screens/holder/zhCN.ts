export const zhCN = {
  title: "修改身份信息",
  now: "现在",
  keep: "留空的项目不改. 号码显示为遮盖后的样子.",
  effect: "修改身份信息会使已做的实名认证和绑卡失效",
  save: "保存",
  undoOne: "撤回一项",
  undoAll: "全部撤回",
  nothing: "没有改动",
  unsaved: (count: number) => `未保存的改动 ${count} 项`,
  working: "正在处理, 请稍候",
  preview: {
    title: "保存前请核对",
    changes: (fields: string) => `将修改: ${fields}`,
    nothing: "与现有信息相同, 不会保存",
    voids: "保存后失效, 需要重新办理:",
    voidsNothing: "不会使任何认证或绑卡失效",
    code: "已发出的手机验证码作废",
    asks: "保存时要向可信身份认证平台 (CTID) 核验身份证; 核验通过并保存后, 已做的认证和绑卡失效",
    unique: "是否与本企业其他账号的证件重复, 保存时才核对",
    back: "返回修改",
    save: "确认保存"
  },
  fields: {
    name: "姓名",
    documentType: "证件类型",
    documentNumber: "证件号码",
    validFrom: "有效起始日期",
    validTo: "有效截止日期"
  },
  voided: {
    "enterprise-certification": "企业信息认证",
    "holder-certification": "账号所有人身份认证",
    "card-binding": "绑卡"
  },
  saved: {
    title: "身份信息已保存",
    changed: (fields: string) => `已修改: ${fields}`,
    voided: (what: string) => `已失效: ${what}`,
    again: "需要重新进行实名认证或绑卡",
    nothingVoided: "没有认证或绑卡因此失效",
    done: "完成"
  }
}

export type HolderWords = typeof zhCN
