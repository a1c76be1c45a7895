import { behalf, type Job, stars } from "./Job.js"

/** What staff do on behalf of account holders; it begins at the log-in. */
export const staffJobs: ReadonlyArray<Job> = [
  {
    name: "修改企业信息",
    english: "repair the enterprise",
    most: 8,
    before: async (robot) => {
      await robot.press("F8")
      await robot.until("全部账号")
    },
    do: async (robot) => {
      await behalf(robot, "e", "qingdao.bg130")
      await robot.until("现在的值")
      await robot.next()
      await robot.next()
      await robot.fill("组织机构代码", "XN0011491")
      await robot.press("Ctrl-s")
      await robot.until("保存前请核对")
      await robot.button("确认保存")
      await robot.until("企业信息已保存")
    },
    after: ["Esc"],
    home: "全部账号"
  },
  {
    name: "法定代表人认证",
    english: "certify by legal representative",
    most: 12,
    do: async (robot) => {
      await behalf(robot, "c", "qi80")
      await robot.until("现在的安全级别")
      await robot.press("j", "Enter")
      await robot.button("开始认证")
      await robot.until("法人证件应与市场监管总局")
      await robot.next()
      await robot.fill("法人证件号码", "61011319680421998X", stars("61011319680421998X"))
      await robot.press("Enter")
      await robot.until("有效起始日期")
      await robot.fill("有效起始日期", "20210524")
      await robot.next()
      await robot.fill("有效截止日期", "00000000")
      await robot.press("Enter")
      await robot.until("账号归属人")
      await robot.fill("有效起始日期", "20170806")
      await robot.next()
      await robot.fill("有效截止日期", "00000000")
      await robot.press("Enter")
      await robot.until("已完成实名认证")
    },
    after: ["Enter", "Esc", "Esc"],
    home: "全部账号"
  },
  {
    name: "银行 UKEY 认证",
    english: "certify by bank UKEY",
    most: 14,
    do: async (robot) => {
      await behalf(robot, "c", "SHA-1027")
      await robot.until("现在的安全级别")
      await robot.press("j", "j", "Enter")
      await robot.button("开始认证")
      await robot.until("等待银行回跳")
      await robot.press("Ctrl-o")
      await robot.until("有效起始日期")
      await robot.fill("有效起始日期", "20190807")
      await robot.next()
      await robot.fill("有效截止日期", "00000000")
      await robot.press("Enter")
      await robot.until("已完成实名认证")
    },
    after: ["Enter", "Esc", "Esc"],
    home: "全部账号"
  },
  {
    name: "CTID 未过, 改用银行卡",
    english: "not in CTID, so by bank card",
    most: 16,
    do: async (robot) => {
      await behalf(robot, "c", "shenzhen54")
      await robot.until("现在的安全级别")
      await robot.press("j", "Enter")
      await robot.button("开始认证")
      await robot.until("法人证件应与市场监管总局")
      await robot.next()
      await robot.fill("法人证件号码", "330106196609239968", stars("330106196609239968"))
      await robot.press("Enter")
      await robot.until("有效起始日期")
      await robot.fill("有效起始日期", "20200505")
      await robot.next()
      await robot.fill("有效截止日期", "00000000")
      await robot.press("Enter")
      await robot.until("账号归属人")
      await robot.fill("有效起始日期", "20170701")
      await robot.next()
      await robot.fill("有效截止日期", "20370701")
      await robot.press("Enter")
      await robot.until("可信身份认证平台中没有")
      await robot.press("F10")
      await robot.until("银行卡号")
      await robot.fill("银行卡号", "6227000000009000798", "银行卡号")
      await robot.next()
      await robot.fill("预留手机号", "13800001079")
      await robot.press("F5")
      await robot.until("验证码已发")
      await robot.press("Ctrl-o")
      await robot.press("Enter")
      await robot.until("已完成实名认证")
    },
    after: ["Enter", "Esc", "Esc"],
    home: "全部账号"
  }
]
