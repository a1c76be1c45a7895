import type { Rule } from "./Rule.js"

/** The table of contents of the business: one row a rule file of this folder. */
export const catalogue: ReadonlyArray<Rule> = [
  {
    module: "CertificationScope",
    ids: ["R-01", "R-02"],
    section: "1",
    basis: "manual",
    says: {
      zh: "谁可以在此认证：来源在范围之内、尚未达到该级别的账号。",
      en: "Who may certify here: accounts of an origin in scope that do not stand this high yet."
    }
  },
  {
    module: "ProfileCompleteness",
    ids: ["R-06", "R-07"],
    section: "2.2",
    basis: "manual",
    says: {
      zh: "信息缺什么、错在哪里，以及接下来做什么。",
      en: "What is missing or wrong in the information, and what to do next."
    }
  },
  {
    module: "EnterpriseEntry",
    ids: ["R-10"],
    section: "2.3",
    basis: "manual",
    says: {
      zh: "企业基本信息四项的填写：逐项校验，形式统一，不可留空。",
      en: "How the four fields of an enterprise are filled in: each judged, put into one form, none left blank."
    }
  },
  {
    module: "EnterpriseEditLimit",
    ids: ["R-12", "R-14"],
    section: "2.3",
    basis: "manual",
    says: {
      zh: "企业名称、统一社会信用代码、组织机构代码，一次最多改两项。",
      en: "At most two of name, USCC and organization code change in one save."
    }
  },
  {
    module: "OrganizationCodeBackfill",
    ids: ["R-13"],
    section: "2.3",
    basis: "manual",
    says: {
      zh: "填写统一社会信用代码，反填组织机构代码。",
      en: "A USCC fills in the organization code."
    }
  },
  {
    module: "EnterpriseCheckRemedies",
    ids: ["R-11", "R-15", "R-16"],
    section: "2.3",
    basis: "manual",
    says: {
      zh: "企业信息校验不通过时的途径。",
      en: "Ways out when the enterprise's information is not confirmed."
    }
  },
  {
    module: "IdentityChangeVoids",
    ids: ["R-22"],
    section: "2.4",
    basis: "manual",
    says: {
      zh: "修改身份信息，认证和绑卡失效。",
      en: "A change of identity voids certification and card binding."
    }
  },
  {
    module: "PassportIssuer",
    ids: ["R-23", "R-49"],
    section: "2.4",
    basis: "manual",
    says: {
      zh: "护照只限中华人民共和国制发的。",
      en: "Only passports issued by the PRC."
    }
  },
  {
    module: "DocumentUniqueness",
    ids: ["R-24", "R-46", "R-47"],
    section: "2.4",
    basis: "manual",
    says: {
      zh: "同一企业内证件不重复。",
      en: "No document twice in one enterprise."
    }
  },
  {
    module: "CertificationCompleteness",
    ids: ["R-30"],
    section: "2.5",
    basis: "manual",
    says: {
      zh: "企业和归属人两个方面都认证，才算完成。",
      en: "Complete when both the enterprise and the holder are certified."
    }
  },
  {
    module: "MethodPreference",
    ids: ["R-32", "R-33"],
    section: "2.5",
    basis: "manual",
    says: {
      zh: "三种方式，优先 IC 卡。",
      en: "Three methods, IC card first."
    }
  },
  {
    module: "CardBelongsToEnterprise",
    ids: ["R-40", "R-41", "R-42"],
    section: "2.5.1",
    basis: "manual",
    says: {
      zh: "卡介质须为本企业的。",
      en: "The card belongs to the same enterprise."
    }
  },
  {
    module: "ThreeChecksRequired",
    ids: ["R-50"],
    section: "2.5.2",
    basis: "manual",
    says: {
      zh: "三项核验依次进行，缺一不可。",
      en: "Three checks in order, none left out."
    }
  },
  {
    module: "VerificationChannel",
    ids: ["R-52", "R-60", "R-64"],
    section: "2.5.2",
    basis: "manual",
    says: {
      zh: "身份证或银行卡任选其一；非身份证只能用银行卡。",
      en: "ID card or bank card; without a resident ID only the bank card."
    }
  },
  {
    module: "RegistryMatch",
    ids: ["R-53", "R-54"],
    section: "2.5.3",
    basis: "manual",
    says: {
      zh: "与备案信息一致才算通过。",
      en: "Only agreement with the record passes."
    }
  },
  {
    module: "RegistryMismatchRemedies",
    ids: ["R-55"],
    section: "2.5.3",
    basis: "manual",
    says: {
      zh: "企业无法核验时改用其他方式。",
      en: "Another method where the enterprise cannot be checked."
    }
  },
  {
    module: "IdCardElements",
    ids: ["R-56", "R-57"],
    section: "2.5.4",
    basis: "manual",
    says: {
      zh: "身份证四要素齐全且格式正确。",
      en: "The four elements of an ID card, complete and well formed."
    }
  },
  {
    module: "CtidRemedies",
    ids: ["R-58", "R-59"],
    section: "2.5.4",
    basis: "manual",
    says: {
      zh: "身份证认证未通过时的途径，不透露错在哪一项。",
      en: "Ways out when the ID card check fails, without saying which element was wrong."
    }
  },
  {
    module: "BankCardOwnership",
    ids: ["R-61a"],
    section: "2.5.4",
    basis: "manual",
    says: {
      zh: "须为本人的个人银行卡。",
      en: "The bank card is the person's own."
    }
  },
  {
    module: "LockedFields",
    ids: ["R-61b", "R-61c", "R-63"],
    section: "2.5.4",
    basis: "manual",
    says: {
      zh: "已核验的身份不可改填。",
      en: "An identity already verified cannot be typed over."
    }
  },
  {
    module: "GrantedLevel",
    ids: ["R-62"],
    section: "2.5.5",
    basis: "manual",
    says: {
      zh: "完成认证得到的安全级别。",
      en: "The level that a method gives."
    }
  },
  {
    module: "SupportedBank",
    ids: ["R-67"],
    section: "2.5.6",
    basis: "manual",
    says: {
      zh: "目前支持的银行。",
      en: "The banks supported at present."
    }
  },
  {
    module: "BankAnswerScope",
    ids: ["R-66", "R-68"],
    section: "2.5.6",
    basis: "manual",
    says: {
      zh: "银行答复的企业须为本企业，且不含资产交易。",
      en: "The bank's answer is about the same enterprise, and about nothing else."
    }
  },
  {
    module: "AdministratorRequired",
    ids: ["R-71"],
    section: "3.1",
    basis: "manual",
    says: {
      zh: "本企业须有管理员账号。",
      en: "The enterprise has an administrator."
    }
  },
  {
    module: "EnterpriseMatchesAdministrator",
    ids: ["R-72"],
    section: "3.1",
    basis: "manual",
    says: {
      zh: "企业基本信息与管理员账号一致。",
      en: "The enterprise information equals the administrator's."
    }
  },
  {
    module: "OperatorManagement",
    ids: ["R-73", "R-75"],
    section: "3.2",
    basis: "manual",
    says: {
      zh: "谁能管理操作员，能管理哪些账号。",
      en: "Who manages operators, and which accounts."
    }
  },
  {
    module: "UsernameFormat",
    ids: ["R-77", "R-78"],
    section: "3.2",
    basis: "manual",
    says: {
      zh: "用户名规则，及本企业迁移用户名的例外。",
      en: "The user name rule, and its exception for names migrated to this enterprise."
    }
  },
  {
    module: "InitialPassword",
    ids: ["R-79"],
    section: "3.2",
    basis: "manual",
    says: {
      zh: "初始密码登录后须修改。",
      en: "The initial password must be changed."
    }
  }
]
