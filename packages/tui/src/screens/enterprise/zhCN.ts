export const zhCN = {
  title: "修改企业信息",
  fields: {
    name: "企业中文名称",
    unifiedSocialCreditCode: "统一社会信用代码",
    organizationCode: "组织机构代码",
    legalRepresentativeName: "法人姓名"
  },
  now: "现在的值",
  next: "改成 (空 = 不改)",
  none: "(空)",
  marks: { changed: "改", filled: "填", locked: "锁", free: "改, 不计" },
  used: (used: number, limit: number) => `已用 ${used} / ${limit} 项修改`,
  first: "首次填写, 三项都可以填",
  lockedFields: (names: string) => `已锁定: ${names} (按 F8 撤回一项改动即可解锁)`,
  over: (over: number) => `超出 ${over} 项, 按 F8 撤回`,
  filledIn: "组织机构代码由信用代码第 9-17 位反填, 与原值不同时算一项",
  expected: (code: string) => `组织机构代码应为 ${code} (信用代码第 9-17 位)`,
  seat: "管理员账号不能改到别的企业: 组织机构代码不可改",
  sinceVerified: (count: number) => `与上次核验通过的信息相比已改 ${count} 项, 超过限制`,
  agrees: "组织机构代码与信用代码第 9-17 位一致",
  problem: (field: string, problem: string) => `${field}: ${problem}`,
  free: "法人姓名可以修改, 不占名额",
  save: "保存并核验",
  undoOne: "撤回一项",
  undoAll: "全部撤回",
  nothing: "没有改动",
  unsaved: (count: number) => `未保存的改动 ${count} 项`,
  registry: "保存时系统向登记机关核验企业信息",
  preview: {
    title: "保存前请核对",
    change: (field: string, before: string, after: string) => `${field}:  ${before}  改成  ${after}`,
    filled: (field: string, after: string) => `${field}:  反填为 ${after}`,
    nothing: "没有任何改动, 不会保存",
    voids: "保存后失效, 需要重新办理:",
    voidsNothing: "不会使任何认证或绑卡失效",
    reopens: "进行中的实名认证会回到第一步",
    abandons: "进行中的银行 UKEY 认证会作废, 需要重新发起",
    cannotAsk: "登记机关现在联系不上; 保存时再核验一次",
    back: "返回修改",
    save: "确认保存"
  },
  voided: {
    "enterprise-certification": "企业信息认证",
    "holder-certification": "账号所有人身份认证",
    "card-binding": "绑卡"
  },
  saved: {
    title: "企业信息已保存",
    changed: (fields: string) => `已修改: ${fields}`,
    filled: (fields: string) => `其中反填: ${fields}`,
    voided: (what: string) => `已失效: ${what}`,
    nothingVoided: "没有认证或绑卡因此失效",
    done: "完成"
  }
}

export type EnterpriseWords = typeof zhCN
