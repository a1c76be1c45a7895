import type { MigratedColumn } from "../flows/migration/MigratedRow.js"
import type { DuplicateOf, MigrationClass, Reason, ReasonCode } from "../flows/migration/Reason.js"
import { type ProblemCode, problemSentence } from "../identifiers/index.js"
import type { Language } from "./index.js"

type Sentence = Readonly<Record<Language, string>>

/** The classes as they are called on screens. */
export const migrationClassNames: Readonly<Record<MigrationClass, Sentence>> = {
  ready: { zh: "可直接认证", en: "ready" },
  fixable: { zh: "修改后可认证", en: "fixable" },
  "needs-administrator": { zh: "需管理员处理", en: "needs the administrator" },
  duplicate: { zh: "重复", en: "duplicate" },
  invalid: { zh: "无法导入", en: "cannot be stored" }
}

const fields: Readonly<Record<string, Sentence>> = {
  "enterprise.name": { zh: "企业名称", en: "enterprise name" },
  "enterprise.unifiedSocialCreditCode": { zh: "统一社会信用代码", en: "Unified Social Credit Code" },
  "enterprise.organizationCode": { zh: "组织机构代码", en: "organization code" },
  "enterprise.legalRepresentativeName": { zh: "法人姓名", en: "legal representative's name" },
  "holder.name": { zh: "姓名", en: "name" },
  "holder.document.type": { zh: "证件类型", en: "document type" },
  "holder.document.number": { zh: "证件号码", en: "document number" },
  "holder.validity.from": { zh: "身份证有效起始日期", en: "ID card valid from" },
  "holder.validity.to": { zh: "身份证有效截止日期", en: "ID card valid to" }
}

/** A column is called as on the forms, and its own name stands beside it: the file is where it has to be mended. */
const columns: Readonly<Record<MigratedColumn, Sentence | undefined>> = {
  username: { zh: "用户名", en: "user name" },
  source: { zh: "来源系统", en: "source" },
  enterpriseName: fields["enterprise.name"],
  unifiedSocialCreditCode: fields["enterprise.unifiedSocialCreditCode"],
  organizationCode: fields["enterprise.organizationCode"],
  legalRepresentativeName: fields["enterprise.legalRepresentativeName"],
  holderName: fields["holder.name"],
  documentType: fields["holder.document.type"],
  documentNumber: fields["holder.document.number"],
  validFrom: fields["holder.validity.from"],
  validTo: fields["holder.validity.to"],
  mobile: { zh: "手机号", en: "mobile number" },
  email: { zh: "邮箱", en: "e-mail" },
  remark: { zh: "备注", en: "remark" }
}

const isColumn = (field: string): field is MigratedColumn => Object.hasOwn(columns, field)

/** A field of a reason, or a column of the file, as it is called on screens. */
export const migrationFieldName = (field: string, language: Language): string => {
  const column = isColumn(field) ? columns[field]?.[language] : undefined
  if (column === undefined) return fields[field]?.[language] ?? field
  return language === "zh" ? `${column}（${field} 列）` : `${column} (column ${field})`
}

const nameOf = ({ field }: Reason, language: Language): string =>
  field === undefined ? "" : migrationFieldName(field, language)

const of = (other: DuplicateOf | undefined, language: Language): string => {
  if (other === undefined) return ""
  if ("line" in other) return language === "zh" ? `（与第 ${other.line} 行）` : ` (line ${other.line})`
  return language === "zh" ? `（账号 ${other.username}）` : ` (account ${other.username})`
}

/** Of an organization code this says that it is another than the one in the Unified Social Credit Code (D4). */
const mismatch: Sentence = {
  zh: "与统一社会信用代码的第 9 至 17 位不一致",
  en: "Differs from characters 9 to 17 of the Unified Social Credit Code"
}

const because = ({ problem }: Reason, language: Language): string => {
  if (problem === undefined) return ""
  const words =
    problem === "organization-code-mismatch"
      ? mismatch[language]
      : problemSentence({ code: problem as ProblemCode, severity: "error" }, language)
  return language === "zh" ? `：${words}` : `: ${words}`
}

/** One sentence a code and language: a code without one does not compile. */
const sentences: {
  readonly [Code in ReasonCode]: { readonly [L in Language]: (reason: Reason) => string }
} = {
  "cell-count": { zh: () => "单元格数与表头不一致", en: () => "The number of cells differs from the header" },
  quote: { zh: () => "双引号不配对", en: () => "A quotation mark is not closed" },
  "not-json": { zh: () => "不是有效的 JSON", en: () => "Not valid JSON" },
  "not-an-object": { zh: () => "该行不是 JSON 对象", en: () => "The line is not a JSON object" },
  "not-text": {
    zh: (reason) => `${nameOf(reason, "zh")}：值应为文本`,
    en: (reason) => `${nameOf(reason, "en")}: the value must be text`
  },
  "unknown-column": { zh: () => "含有未知的键", en: () => "A key that is not known" },
  encoding: { zh: () => "含有无法解码的字符", en: () => "Bytes that are no text in the encoding of the file" },
  "row-too-long": { zh: () => "该行过长", en: () => "The row is too long" },
  "username-missing": { zh: () => "用户名为空", en: () => "The user name is missing" },
  "username-unusable": {
    zh: (reason) => `用户名不可用${because(reason, "zh")}`,
    en: (reason) => `The user name cannot be used${because(reason, "en")}`
  },
  "source-missing": { zh: () => "来源系统为空", en: () => "The source is missing" },
  "unsafe-text": {
    zh: (reason) => `${nameOf(reason, "zh")}：含有控制字符或残缺字符`,
    en: (reason) => `${nameOf(reason, "en")}: control characters or halves of characters`
  },
  "too-long": {
    zh: (reason) => `${nameOf(reason, "zh")}：内容过长`,
    en: (reason) => `${nameOf(reason, "en")}: too long`
  },
  "username-taken": {
    zh: (reason) => `用户名已被使用${of(reason.of, "zh")}`,
    en: (reason) => `The user name is taken${of(reason.of, "en")}`
  },
  "username-reserved": {
    zh: (reason) => `用户名已为其原迁入企业保留${of(reason.of, "zh")}`,
    en: (reason) => `The user name stays reserved for the enterprise it was migrated to${of(reason.of, "en")}`
  },
  "document-in-enterprise": {
    zh: (reason) => `该证件类型证件号在本企业已存在${of(reason.of, "zh")}`,
    en: (reason) => `The same document is held in the same enterprise${of(reason.of, "en")}`
  },
  "already-imported": { zh: () => "该行已导入", en: () => "This row was imported before" },
  "passport-not-prc": {
    zh: () => "护照不是中华人民共和国制发",
    en: () => "The passport was not issued by the People's Republic of China"
  },
  "document-type-unknown": {
    zh: () => "证件类型无法用于实名认证",
    en: () => "No certification method accepts this kind of document"
  },
  "no-identity": { zh: () => "没有姓名和证件号码", en: () => "Neither a name nor a document" },
  "edit-limit": {
    zh: () => "企业信息有误的项数超过一次可修改的项数",
    en: () => "More of the enterprise's fields are wrong than one edit may change"
  },
  "not-in-scope": {
    zh: () => "当前策略不允许迁移账号在此认证",
    en: () => "Policy does not let migrated accounts certify here"
  },
  "field-missing": {
    zh: (reason) => `${nameOf(reason, "zh")}：未填写`,
    en: (reason) => `${nameOf(reason, "en")}: missing`
  },
  "field-wrong": {
    zh: (reason) => `${nameOf(reason, "zh")}${because(reason, "zh")}`,
    en: (reason) => `${nameOf(reason, "en")}${because(reason, "en")}`
  }
}

/** A reason in words. It never repeats a value of the row. */
export const reasonSentence = (reason: Reason, language: Language): string => sentences[reason.code][language](reason)

interface Classified {
  readonly class: MigrationClass
  readonly reasons: ReadonlyArray<Reason>
}

const has = ({ reasons }: Classified, code: ReasonCode): boolean => reasons.some((reason) => reason.code === code)

/** Which of the two pages of §2.2 the holder has to go through. */
const edits = ({ reasons }: Classified, language: Language): string => {
  const about = (side: string) => reasons.some(({ field }) => field?.startsWith(side) === true)
  const pages: ReadonlyArray<readonly [string, Sentence]> = [
    ["enterprise.", { zh: "“修改企业信息”", en: "the enterprise information" }],
    ["holder.", { zh: "“修改账号信息”", en: "the account information" }]
  ]
  return pages
    .filter(([side]) => about(side))
    .map(([, page]) => page[language])
    .join(language === "zh" ? "和" : " and ")
}

const duplicateStep = (row: Classified): Sentence => {
  if (has(row, "already-imported")) return { zh: "无需处理", en: "Nothing to do" }
  if (has(row, "document-in-enterprise"))
    return {
      zh: "核对是否为同一人：同一人只保留一个账号，否则更正证件号码后重新导入",
      en: "Find out whether it is the same person: keep one account, or correct the document number and import again"
    }
  return {
    zh: "核对是否为同一账号：是则不必导入，否则换用其他用户名后重新导入",
    en: "Find out whether it is the same account: leave it out, or give it another user name and import again"
  }
}

/** What to do about a row, by its class. */
export const nextStep = (row: Classified, language: Language): string => {
  switch (row.class) {
    case "ready":
      return { zh: "通知本人登录，做实名认证", en: "Tell the holder to log in and certify" }[language]
    case "fixable":
      return {
        zh: `通知本人登录，先${edits(row, "zh")}，再做实名认证`,
        en: `Tell the holder to log in, edit ${edits(row, "en")}, then certify`
      }[language]
    case "needs-administrator":
      return has(row, "not-in-scope")
        ? {
            zh: "由平台调整策略，或由本企业管理员删除后以同一用户名新增无卡操作员",
            en: "Have policy changed, or let the enterprise's administrator delete the account and add a cardless operator of the same user name"
          }[language]
        : {
            zh: "由本企业管理员升级为操作员，或删除后凭可用证件以同一用户名新增无卡操作员",
            en: "Let the enterprise's administrator admit the account as an operator, or delete it and add a cardless operator of the same user name with an accepted document"
          }[language]
    case "duplicate":
      return duplicateStep(row)[language]
    case "invalid":
      return { zh: "更正文件中的这一行，再重新导入", en: "Correct this row in the file and import again" }[language]
  }
}
