export const zhCN = {
  title: "新增无卡操作员",
  labels: {
    username: "操作员用户名",
    name: "操作员姓名",
    mobile: "手机",
    type: "证件类型",
    number: "证件号码",
    from: "身份证起始日期",
    to: "身份证结束日期",
    email: "邮箱"
  },
  types: {
    "resident-id": "身份证",
    passport: "护照",
    "hk-macao-permit": "港澳居民来往内地通行证",
    "taiwan-permit": "台湾居民来往大陆通行证",
    "hmt-residence": "港澳台居民居住证",
    "foreigner-pr": "外国人永久居留身份证"
  },
  hints: {
    username: "6-18 位英文字母, 可加数字",
    name: "与证件一致",
    mobile: "11 位",
    type: "",
    number: "本企业内不能重复; F6 显示",
    from: "YYYYMMDD",
    to: "YYYYMMDD, 长期填 00000000",
    email: ""
  },
  notAsked: "只有身份证要填",
  migrated: "本企业曾迁移用户名, 免规则",
  codes: {
    "in-use": "该用户名已在使用",
    reserved: "该用户名保留给别的企业",
    "in-enterprise": "该证件类型证件号已存在",
    "not-the-name": "须与原用户名逐字相同",
    "not-prc": "只能填中国制发的护照"
  },
  at: (position: number, what: string) => `第 ${position} 位: ${what}`,
  initialPassword: (hours: number) => `默认密码为八个 8; ${hours} 小时内须登录并修改密码, 过期后不能再用.`,
  unique: "本企业内证件号码不能重复 (保存时再核一次).",
  fresh: (username: string) => `这是新账号: 不继承原 ${username} 的认证、权限、会话; 原账号同时删除.`,
  typeTheName: "请逐字输入原用户名, 确认删除原账号后以同名新增.",
  count: (needed: number, filled: number, wrong: number) => `必填 ${needed} 项, 已填 ${filled} 项, ${wrong} 项有误`,
  incomplete: (label: string, wrong: boolean) => (wrong ? `${label}有误` : `${label}没有填`),
  /** What the journal keeps of why the old account was deleted. */
  replacing: "重建为无卡操作员",
  save: "保存",
  show: "显示证件号",
  added: (username: string) => `已新增无卡操作员 ${username}.`,
  recreated: (username: string) => `已删除原账号, 并以同名新增无卡操作员 ${username}.`,
  tell: "请当面或电话告知本人用户名和默认密码; 本程序不通过短信、邮件发送密码.",
  another: "再新增一个",
  goBack: "返回列表"
}

export type AddOperatorWords = typeof zhCN
