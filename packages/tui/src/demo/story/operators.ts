import type { Chapter } from "../Step.js"

const administrator = {
  username: "qingdaoadmin",
  password: "Qingdao#2026",
  enterprise: {
    name: "青岛示例海岳食品有限公司",
    unifiedSocialCreditCode: "91370202XN0011491L",
    legalRepresentativeName: "林若兰"
  },
  holder: {
    name: "林若兰",
    document: { type: "resident-id", number: "61011319680421998X" },
    validity: { from: "20210524", to: "00000000" }
  },
  mobile: "13800001005",
  email: "admin@example.com"
}

const clerk = {
  username: "newclerk01",
  name: "示例员",
  mobile: "13800009993",
  document: { type: "passport", number: "EX0009993" },
  email: "clerk@example.com"
}

/** The enterprise's administrator and its operators. */
export const operators: ReadonlyArray<Chapter> = [
  {
    title: { zh: "企业管理员", en: "The enterprise's administrator" },
    steps: [
      {
        title: {
          zh: "用法人卡升级操作员，但本企业还没有管理员",
          en: "Admitting by legal-person card, but there is no administrator yet"
        },
        as: "card:qingdao-legal-person",
        do: "AdmitOperator",
        with: { account: "hyfood" },
        refused: "AdministratorNotRegistered"
      },
      {
        title: { zh: "注册管理员：用户名太短", en: "Registering one: the user name is too short" },
        as: "anonymous",
        do: "RegisterAdministrator",
        with: { ...administrator, username: "qd" },
        refused: "UsernameInvalid"
      },
      {
        title: { zh: "注册管理员", en: "Registering one" },
        as: "anonymous",
        do: "RegisterAdministrator",
        with: administrator
      },
      {
        title: { zh: "每家企业只有一个管理员", en: "One administrator for each enterprise" },
        as: "anonymous",
        do: "RegisterAdministrator",
        with: {
          ...administrator,
          username: "qingdaoadmin2",
          holder: { name: "示例员", document: { type: "passport", number: "EX0009979" } }
        },
        refused: "AdministratorAlreadyRegistered"
      },
      {
        title: { zh: "登录：验证码不对", en: "Log-in: a wrong captcha" },
        as: "anonymous",
        do: "LogIn",
        with: { username: "qingdaoadmin", password: "Qingdao#2026", captcha: { id: "none", answer: "0" } },
        refused: "CaptchaWrong"
      },
      {
        title: { zh: "登录：密码不对", en: "Log-in: a wrong password" },
        as: "anonymous",
        do: "LogIn",
        with: { username: "qingdaoadmin", password: "Qingdao#2025", captcha: "$captcha" },
        refused: "CredentialsWrong"
      },
      {
        title: { zh: "登录", en: "Log-in" },
        as: "anonymous",
        do: "LogIn",
        with: { username: "qingdaoadmin", password: "Qingdao#2026", captcha: "$captcha" }
      },
      {
        title: {
          zh: "在单一窗口注册的用户不需要在此认证",
          en: "Users registered at the Single Window need no certification here"
        },
        as: "qingdaoadmin",
        do: "StartCertification",
        with: { method: "legal-representative" },
        refused: "NotInScope"
      }
    ]
  },
  {
    title: { zh: "操作员", en: "Operators" },
    steps: [
      { title: { zh: "我的操作员", en: "My operators" }, as: "qingdaoadmin", other: "ListOperators" },
      {
        title: {
          zh: "升级迁移账号：企业名称与管理员的不一致",
          en: "Admitting a migrated account: its enterprise's name differs"
        },
        as: "qingdaoadmin",
        do: "AdmitOperator",
        with: { account: "hyfood" },
        refused: "EnterpriseDiffersFromAdministrator"
      },
      {
        title: { zh: "本人先把企业名称改对", en: "Its holder mends the name" },
        as: "hyfood",
        do: "EditEnterprise",
        with: { name: "青岛示例海岳食品有限公司" }
      },
      {
        title: { zh: "升级为操作员：账号不变", en: "Admitted: it stays the same account" },
        as: "qingdaoadmin",
        do: "AdmitOperator",
        with: { account: "hyfood" }
      },
      {
        title: { zh: "别的企业的账号，如同不存在", en: "Another enterprise's account is answered like none" },
        as: "qingdaoadmin",
        do: "AdmitOperator",
        with: { account: "yunfan02" },
        refused: "NotFound"
      },
      {
        title: {
          zh: "新增无卡操作员：证件在本企业已有账号",
          en: "A cardless operator whose document the enterprise has already"
        },
        as: "qingdaoadmin",
        do: "AddCardlessOperator",
        with: { ...clerk, document: { type: "passport", number: "ｅｘ０００１５３５" } },
        refused: "DocumentAlreadyInEnterprise"
      },
      {
        title: {
          zh: "新增无卡操作员：用户名属于别的企业迁移来的账号",
          en: "A cardless operator under a name migrated to another enterprise"
        },
        as: "qingdaoadmin",
        do: "AddCardlessOperator",
        with: { ...clerk, username: "pengcheng88" },
        refused: "UsernameReserved"
      },
      {
        title: {
          zh: "新增无卡操作员：初始密码为八个 8",
          en: "A cardless operator: the initial password is eight eights"
        },
        as: "qingdaoadmin",
        do: "AddCardlessOperator",
        with: clerk
      },
      {
        title: { zh: "新操作员登录", en: "The new operator logs in" },
        as: "anonymous",
        do: "LogIn",
        with: { username: "newclerk01", password: "88888888", captcha: "$captcha" }
      },
      {
        title: { zh: "改密码之前什么也不能做", en: "Nothing can be done before the password is changed" },
        as: "newclerk01",
        do: "EditHolder",
        with: { name: "示例员甲" },
        refused: "PasswordChangeRequired"
      },
      {
        title: { zh: "新密码不能还是初始密码", en: "The new password cannot be the initial one" },
        as: "newclerk01",
        do: "ChangePassword",
        with: { current: "88888888", next: "88888888" },
        refused: "PasswordUnacceptable"
      },
      {
        title: { zh: "修改初始密码", en: "The initial password is changed" },
        as: "newclerk01",
        do: "ChangePassword",
        with: { current: "88888888", next: "Clerk#2026" }
      },
      {
        title: { zh: "操作员不能管理操作员", en: "An operator cannot manage operators" },
        as: "newclerk01",
        do: "DeleteOperator",
        with: { account: "hyfood" },
        refused: "NotPermitted"
      },
      {
        title: { zh: "重置操作员密码", en: "An operator's password is reset" },
        as: "qingdaoadmin",
        do: "ResetOperatorPassword",
        with: { account: "newclerk01" }
      },
      {
        title: { zh: "删除操作员", en: "An operator is deleted" },
        as: "qingdaoadmin",
        do: "DeleteOperator",
        with: { account: "ciq_qi_180" }
      },
      {
        title: { zh: "恢复操作员", en: "and restored" },
        as: "qingdaoadmin",
        do: "RestoreOperator",
        with: { account: "ciq_qi_180" }
      },
      {
        title: {
          zh: "外国护照的账号：删除后以同一用户名新增，一次完成",
          en: "An account with a foreign passport: deleted and recreated under the same user name, in one go"
        },
        as: "qingdaoadmin",
        do: "RecreateOperator",
        with: {
          account: "qi55",
          name: "马书瑶",
          mobile: "13800001080",
          document: { type: "resident-id", number: "440106196701089996" },
          validity: { from: "20190402", to: "00000000" },
          email: "qi55@example.com"
        }
      },
      {
        title: { zh: "管理员不能删除自己", en: "An administrator cannot delete itself" },
        as: "qingdaoadmin",
        do: "DeleteOperator",
        with: { account: "qingdaoadmin" },
        refused: "AdministratorProtected"
      }
    ]
  }
]
