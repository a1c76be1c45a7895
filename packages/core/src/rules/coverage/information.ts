import { assumed, type Covered, elsewhere, manual, outside, rule } from "./row.js"

/** §1 and §2.1 to §2.4: who it is for, logging in, and putting the information right. */
export const information: ReadonlyArray<Covered> = [
  manual(
    "R-01",
    "1",
    rule("CertificationScope"),
    "适用于未认证的企业用户，例如从原检系统或地方系统迁移来的用户；已认证的，只有换用级别更高的方式才可再次认证。",
    "For uncertified enterprise users, such as those migrated from older systems; a certified one may certify again only by a method of a higher level."
  ),
  manual(
    "R-02",
    "1",
    rule("CertificationScope"),
    "不适用于通过单一窗口注册的企业用户，也不适用于直接使用电子口岸卡介质登录的企业用户。",
    "Not for users registered through Single Window, nor for those who log in with an E-Port card itself."
  ),
  manual(
    "R-03",
    "1",
    elsewhere("commands/AdmitOperator"),
    "实名认证与账号升级各自独立，没有先后顺序。",
    "Certification and admission as an operator are independent; neither waits for the other."
  ),
  manual(
    "R-04",
    "2.1",
    outside(
      "网址属于现有网站，嵌入本软件的系统有自己的入口。",
      "An address of the present web site; a host has its own entrance."
    ),
    "用户管理系统的访问地址。",
    "The address of the user management system."
  ),
  manual(
    "R-05",
    "2.2",
    elsewhere("commands/LogIn"),
    "登录需要用户名、密码和验证码。",
    "Logging in takes user name, password and captcha."
  ),
  manual(
    "R-06",
    "2.2",
    rule("ProfileCompleteness"),
    "登录后检查企业信息及账号信息是否完整正确。",
    "After log-in, enterprise and account information are checked for what is missing or wrong."
  ),
  manual(
    "R-07",
    "2.2",
    rule("ProfileCompleteness"),
    "完整正确的去认证；企业信息有误或缺失的先修改企业信息，账号信息有误或缺失的先修改账号信息，两者可同时存在。",
    "Complete: certify. Enterprise or account information wrong or missing: edit it first; both can hold at once."
  ),
  manual(
    "R-10",
    "2.3",
    rule("EnterpriseEntry"),
    "企业基本信息共四项：统一社会信用代码、组织机构代码、企业中文名称、法人姓名。",
    "Enterprise information is exactly four fields: USCC, organization code, Chinese name, legal representative's name."
  ),
  manual(
    "R-11",
    "2.3",
    rule("EnterpriseCheckRemedies"),
    "点击“保存”后，系统验证通过方修改成功。",
    "A save succeeds only once the registry agrees; being unable to ask is not a mismatch."
  ),
  manual(
    "R-12",
    "2.3",
    rule("EnterpriseEditLimit"),
    "企业名称、统一社会信用代码、组织机构代码可改任意一项或两项；法人姓名可修改，不计入。",
    "Any one or two of name, USCC and organization code may change; the legal representative's name is free."
  ),
  manual(
    "R-13",
    "2.3 (1)",
    rule("OrganizationCodeBackfill"),
    "填写统一社会信用代码后，组织机构代码反填其第9至17位。",
    "A USCC fills in the organization code with its characters 9 to 17."
  ),
  manual(
    "R-14",
    "2.3 (2)",
    rule("EnterpriseEditLimit"),
    "一次修改，三项中最多只能改两项；反填造成的变化也计入，书写形式的差别不计。",
    "At most two of the three in one save; a back-filled change counts, a difference of form does not."
  ),
  manual(
    "R-15",
    "2.3 (3)",
    rule("EnterpriseCheckRemedies"),
    "校验不通过时，推荐由管理员协助验证，或到国家企业信用信息公示系统核实。",
    "When the check fails: ask the administrator, or compare with the publicity system."
  ),
  manual(
    "R-16",
    "2.3 (3)",
    rule("EnterpriseCheckRemedies"),
    "核实后填写有误的重新填写；无误的提供证明材料，联系客服协助更正。",
    "Wrongly filled in: fill in again. Rightly: send evidence to customer service for a correction."
  ),
  manual(
    "R-20",
    "2.4",
    elsewhere("domain/Holder"),
    "账号信息五项：姓名、证件类型、证件号码，以及身份证的有效起始、截止日期；日期只属于身份证。",
    "Account information is five fields: name, document type and number, and the dates, which only a resident ID has."
  ),
  assumed(
    "R-21",
    "2.4",
    elsewhere("commands/EditHolder"),
    "保存账号信息须通过系统验证：本地规则总要通过，是否向 CTID 核验由策略决定。",
    "Saving account information needs verification: local rules always, CTID when policy says so."
  ),
  manual(
    "R-22",
    "2.4",
    rule("IdentityChangeVoids"),
    "修改身份信息，之前的实名认证及绑卡失效，需重新进行。",
    "Changing identity information voids certification and card binding; both must be done again."
  ),
  manual(
    "R-23",
    "2.4 (1)",
    rule("PassportIssuer"),
    "护照只限中华人民共和国制发的。",
    "A passport must be issued by the People's Republic of China."
  ),
  manual(
    "R-24",
    "2.4 (2)",
    rule("DocumentUniqueness"),
    "同一企业的所有账号，归属人的证件号码不能重复。",
    "No two accounts of one enterprise have holders with the same document."
  )
]
