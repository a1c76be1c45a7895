import { demoAdministrator } from "../demoStore.js"
import { fillIn, find, type Job, logIn, operator, stars } from "./Job.js"

/** What an administrator does about operators, and what the holder of a reset account does then. */
export const ownJobs: ReadonlyArray<Job> = [
  {
    name: "登录",
    english: "log in",
    most: 1,
    do: async (robot) => {
      await logIn(robot, demoAdministrator.username, demoAdministrator.password)
      await robot.until("接下来")
    },
    after: [],
    home: "可以去"
  },
  {
    name: "新增无卡操作员",
    english: "add a cardless operator",
    most: 6,
    do: async (robot) => {
      await robot.press("o")
      await robot.until(/命中 \d+\/\d+/)
      await robot.press("n")
      await robot.until("必填 8 项")
      await fillIn(robot, operator("newhand01", "赵五", "11010519491231002X", "20180101", "00000000"))
      await robot.press("Ctrl-s")
      await robot.until("已新增无卡操作员 newhand01")
    },
    after: ["Esc", "Esc"],
    home: "可以去"
  },
  {
    name: "升级为操作员",
    english: "admit an operator",
    most: 5,
    do: async (robot) => {
      await find(robot, "ciq_qi_180")
      await robot.press("a")
      await robot.until("已将 ciq_qi_180 升级")
    },
    after: ["Esc"],
    home: "可以去"
  },
  {
    name: "删除后同名新增",
    english: "delete, then add under the same name",
    most: 12,
    do: async (robot) => {
      await find(robot, "qi155")
      await robot.press("d")
      await robot.until("将删除")
      await robot.next()
      await robot.fill("原因", "证件过期, 重建")
      await robot.next()
      await robot.fill("输入用户名确认", "qi155", "[v] 一致")
      await robot.next()
      await robot.button("删除")
      await robot.until("已删除 qi155")
      await robot.press("n")
      await robot.until("必填 8 项")
      const fields = operator("qi155", "赵建新", "61011319770917997X", "20211211", "20411211")
      await robot.fill("操作员用户名", "qi155", "免规则")
      await robot.next()
      await fillIn(robot, fields.slice(1))
      await robot.press("Ctrl-s")
      await robot.until("已新增无卡操作员 qi155")
    },
    after: ["Esc", "Esc"],
    home: "可以去"
  },
  {
    name: "重置密码",
    english: "reset a password",
    most: 12,
    do: async (robot) => {
      await find(robot, "hy_bg_03")
      await robot.press("p")
      await robot.until("将重置  hy_bg_03")
      await robot.press("Enter")
      await robot.until("已重置为默认密码")
    },
    after: ["Esc", "Esc", "Q"],
    home: /\d+ (加|减) \d+/
  },
  {
    name: "修改初始密码",
    english: "change the initial password",
    most: 3,
    do: async (robot) => {
      await logIn(robot, "hy_bg_03", "88888888")
      await robot.until("当前密码")
      await robot.fill("当前密码", "88888888", stars("88888888"))
      await robot.next()
      await robot.fill("新密码", "Haiyue#2026", stars("Haiyue#2026"))
      await robot.next()
      await robot.fill("再输一次", "Haiyue#2026", "[满足]    两次输入一致")
      await robot.press("Enter")
      await robot.until(/\d+ (加|减) \d+/)
    },
    after: [],
    home: "登录"
  },
  {
    name: "修改身份信息",
    english: "repair the identity",
    most: 5,
    before: async (robot) => {
      await logIn(robot, "hy_bg_03", "Haiyue#2026")
      await robot.until("接下来")
    },
    do: async (robot) => {
      await robot.press("i")
      await robot.until("留空的项目不改")
      await robot.fill("姓名", "陈晓峰")
      await robot.press("Ctrl-s")
      await robot.until("保存前请核对")
      await robot.button("确认保存")
      await robot.until("身份信息已保存")
    },
    after: ["Esc"],
    home: "可以去"
  },
  {
    name: "IC 卡认证",
    english: "certify by IC card",
    most: 8,
    do: async (robot) => {
      await robot.press("c")
      await robot.until("现在的安全级别")
      await robot.press("Enter")
      await robot.button("开始认证")
      await robot.until("法人卡或操作员卡均可")
      await robot.press("Ctrl-o")
      await robot.until("已插入 qingdao")
      await robot.fill("卡密码", "12345678", stars("12345678"))
      await robot.press("Enter")
      await robot.until("所填身份信息会替换")
      await fillIn(robot, [
        ["姓名", "陈晓峰"],
        ["证件类型", ""],
        ["证件号码", "120116196702239990", stars("120116196702239990")],
        ["有效起始日期", "20211124"],
        ["有效截止日期", "00000000"]
      ])
      await robot.press("Enter")
      await robot.until("已完成实名认证")
    },
    after: ["Enter", "Esc", "Esc", "Q"],
    home: /\d+ (加|减) \d+/
  }
]
