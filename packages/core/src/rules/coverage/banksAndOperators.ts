import { assumed, type Covered, elsewhere, manual, outside, rule } from "./row.js"

/** §2.5.6 and §3: certification by a bank UKEY, and what an administrator does for operators. */
export const banksAndOperators: ReadonlyArray<Covered> = [
  manual(
    "R-66",
    "2.5.6",
    rule("BankAnswerScope"),
    "使用企业对公账号的 Ukey 登录银行系统完成认证；银行答复的企业须为本企业。",
    "The UKEY of the enterprise's corporate account logs in at the bank; the enterprise the bank names must be ours."
  ),
  manual(
    "R-67",
    "2.5.6",
    rule("SupportedBank"),
    "目前支持建设银行、农业银行、民生银行。",
    "Supported at present: CCB, ABC, CMBC."
  ),
  manual(
    "R-68",
    "2.5.6",
    rule("BankAnswerScope"),
    "不查询、不展示资产和交易等无关信息，更不进行交易。",
    "No assets and no transactions are asked for or shown."
  ),
  manual(
    "R-69",
    "2.5.6",
    outside("浏览器不在本软件之内，只能提示。", "The browser is not ours; one can only be reminded."),
    "认证完成后务必退出银行系统并关闭浏览器。",
    "Afterwards log out of the bank and close the browser."
  ),
  assumed(
    "R-70",
    "2.5.6",
    elsewhere("commands/CompleteBankUkey"),
    "银行认证结束后跳回结果页面；银行答复只认证企业，归属人身份另行核验，是否合一由策略决定。",
    "The bank leads back to the result page; its answer certifies the enterprise, and the holder is verified besides unless policy says otherwise."
  ),
  manual(
    "R-71",
    "3.1",
    rule("AdministratorRequired"),
    "本企业须已注册管理员账号，没有的先去注册。",
    "The enterprise must have registered an administrator; if not, register one."
  ),
  manual(
    "R-72",
    "3.1",
    rule("EnterpriseMatchesAdministrator"),
    "企业基本信息与管理员账号一致的用户，管理员才能管理。",
    "An administrator manages only accounts whose enterprise information equals the administrator's."
  ),
  manual(
    "R-73",
    "3.2",
    rule("OperatorManagement"),
    "须使用法人卡或管理员用户名登录。",
    "Only a legal-person card or the administrator's user name may manage."
  ),
  manual(
    "R-74",
    "3.2",
    elsewhere("queries/ListOperators"),
    "“我的操作员”列出本企业所有用户，由用户名和备注可看出是否为迁移用户。",
    "The list shows all users of the enterprise; user name and remark tell which are migrated."
  ),
  manual(
    "R-75",
    "3.2",
    rule("OperatorManagement"),
    "迁移的用户可以删除或重置密码。",
    "Migrated users can be deleted or have their password reset."
  ),
  manual(
    "R-76",
    "3.2",
    elsewhere("commands/AddCardlessOperator"),
    "新增无卡操作员须填用户名、姓名、手机、证件类型、证件号码、身份证起止日期、邮箱。",
    "A new cardless operator takes user name, name, mobile, document, ID card dates and e-mail."
  ),
  manual(
    "R-77",
    "3.2",
    rule("UsernameFormat"),
    "无法认证的迁移用户可先删除，再新增用户名完全一样的无卡操作员。",
    "A migrated user that cannot certify is deleted, and a cardless operator added under exactly the same name."
  ),
  manual(
    "R-78",
    "3.2 (1)",
    rule("UsernameFormat"),
    "用户名为6-18位英文字母或字母与数字组合；本企业曾经迁移过来的用户名除外。",
    "A user name is 6 to 18 letters, or letters and digits, unless it was once migrated to this enterprise."
  ),
  manual(
    "R-79",
    "3.2 (2)",
    rule("InitialPassword"),
    "新建用户默认密码为八个8，登录后须修改。",
    "A new user's password is eight eights and must be changed after log-in."
  ),
  assumed(
    "R-80",
    "3.2",
    elsewhere("commands/AddCardlessOperator"),
    "无卡操作员以用户名和密码登录；身份由管理员担保，认证级别不因此提高。",
    "A cardless operator logs in by user name and password; the identity is on the administrator's word and gives no level."
  )
]
