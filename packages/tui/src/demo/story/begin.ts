import type { Chapter } from "../Step.js"

/** Accounts come over, and an enterprise's information is put right within the limit. */
export const begin: ReadonlyArray<Chapter> = [
  {
    title: { zh: "检查与导入迁移账号", en: "Screen and import migrated accounts" },
    steps: [
      {
        title: {
          zh: "检查 200 行的迁移账号文件，不写入",
          en: "Screen a file of 200 migrated accounts; nothing is written"
        },
        as: "system:demo",
        other: "screen"
      },
      {
        title: { zh: "导入：重复的与无法存储的除外", en: "Import: all but duplicates and rows that cannot be stored" },
        as: "system:demo",
        other: "ImportMigratedAccounts"
      },
      {
        title: { zh: "同一文件再导入一次：没有变化", en: "Import the same file again: nothing changes" },
        as: "system:demo",
        other: "ImportMigratedAccounts"
      }
    ]
  },
  {
    title: { zh: "在限度内修改企业信息", en: "Put an enterprise right within the edit limit" },
    steps: [
      {
        title: {
          zh: "登录后检查信息是否完整，接下来做什么",
          en: "After log-in: is the information complete, and what comes next?"
        },
        as: "ciq_bj_001",
        other: "Completeness"
      },
      {
        title: { zh: "信息不完整，还不能开始认证", en: "With information missing, certification cannot begin" },
        as: "ciq_bj_001",
        do: "StartCertification",
        with: { method: "legal-representative" },
        refused: "InformationIncomplete"
      },
      {
        title: { zh: "统一社会信用代码输错：O 不是 0", en: "A code mistyped: O is not 0" },
        as: "ciq_bj_001",
        do: "EditEnterprise",
        with: { unifiedSocialCreditCode: "9111O101XN0010018A" },
        refused: "FieldInvalid"
      },
      {
        title: {
          zh: "一次改名称又换成别家的统一社会信用代码：组织机构代码随之反填，共三项",
          en: "A new name and another enterprise's code at once: with the back-fill that is three fields"
        },
        as: "ciq_bj_001",
        do: "EditEnterprise",
        with: { name: "北京示例云帆贸易有限公司", unifiedSocialCreditCode: "91310115XN0010384W" },
        refused: "TooManyFieldsChanged"
      },
      {
        title: {
          zh: "组织机构代码与统一社会信用代码的第 9 至 17 位不一致",
          en: "An organization code that is not characters 9 to 17 of the Unified Social Credit Code"
        },
        as: "ciq_bj_001",
        do: "EditEnterprise",
        with: { organizationCode: "XN0010384" },
        refused: "OrganizationCodeMismatch"
      },
      {
        title: { zh: "名称与登记信息不符", en: "A name that the registry does not have" },
        as: "ciq_bj_001",
        do: "EditEnterprise",
        with: { name: "北京示例云帆商行", organizationCode: "XN0010018" },
        refused: "EnterpriseNotMatched"
      },
      {
        title: {
          zh: "先试运行：会改动什么，是否作废认证",
          en: "First a dry run: what would change, and what would be voided?"
        },
        as: "ciq_bj_001",
        do: "EditEnterprise",
        with: { name: "北京示例云帆贸易有限公司", organizationCode: "XN0010018" },
        dryRun: true
      },
      {
        title: {
          zh: "改名称、补组织机构代码：两项，保存成功",
          en: "The name mended and the organization code filled in: two fields, saved"
        },
        as: "ciq_bj_001",
        do: "EditEnterprise",
        with: { name: "北京示例云帆贸易有限公司", organizationCode: "XN0010018" }
      }
    ]
  }
]
