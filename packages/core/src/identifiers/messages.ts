import type { Problem, ProblemCode } from "./problem.js"

export type ProblemLanguage = "zh" | "en"

type Sentence = Readonly<Record<ProblemLanguage, string>>

/** A sentence for every problem in both languages; a code without one does not compile. */
const sentences: Readonly<Record<ProblemCode, Sentence>> = {
  blank: { zh: "内容为空", en: "Nothing was entered" },
  "too-short": { zh: "内容过短", en: "Too short" },
  "too-long": { zh: "内容过长", en: "Too long" },
  "wrong-length": {
    zh: "位数不对，请核对是否多输或漏输",
    en: "The number of characters is wrong; one may be missing or extra"
  },
  "wrong-format": { zh: "格式不对", en: "The format is not one in use" },
  "not-canonical": { zh: "不是规范写法", en: "Not in its canonical form" },
  "forbidden-character": { zh: "含有不允许的字符", en: "This character is not allowed here" },
  "control-character": { zh: "含有控制字符", en: "A control character" },
  "invisible-character": { zh: "含有不可见字符", en: "An invisible character" },
  "bidirectional-character": { zh: "含有改变文字方向的字符", en: "A character that changes the direction of text" },
  "lone-surrogate": { zh: "含有残缺字符", en: "Half of a character; the text was damaged" },
  "private-or-unassigned-character": {
    zh: "含有非标准字符（自造字或未定义字符）",
    en: "A private-use or unassigned character"
  },
  "other-script-digit": { zh: "含有其他文字的数字，请改用 0-9", en: "A digit of another script; use 0-9" },
  "other-script": {
    zh: "含有其他文字的字母，只接受汉字和拉丁字母",
    en: "A letter of another script; use Chinese or Latin"
  },
  "look-alike-letter": {
    zh: "含有形似字母，请重新输入该字符",
    en: "A letter that only looks like the right one; type it again"
  },
  "full-width-letter": {
    zh: "含有全角字母或数字，请改用半角",
    en: "A full-width letter or digit; use the half-width one"
  },
  "digit-expected": { zh: "此处应为数字", en: "A digit is expected here" },
  "letter-expected": { zh: "此处应为字母", en: "A letter is expected here" },
  "letter-not-used": {
    zh: "此处不会出现这个字母，请核对是否为形近的数字",
    en: "This letter is never used here; it may be a digit that looks like it"
  },
  "check-character-mismatch": {
    zh: "校验码不符，请核对是否输错",
    en: "The check character does not match; something was mistyped"
  },
  "organization-code-mismatch": {
    zh: "第 9 至 17 位作为组织机构代码，校验码不符",
    en: "Characters 9 to 17 do not pass the check of an organization code"
  },
  "luhn-mismatch": {
    zh: "卡号校验位不符，请核对；以发卡行为准",
    en: "The check digit does not match; the issuing bank decides"
  },
  "reserved-range": { zh: "该代码属于保留号段，不会发给任何单位", en: "This range is reserved and never issued" },
  "obsolete-fifteen-digits": {
    zh: "15 位身份证号码已停用，请填写 18 位号码",
    en: "Fifteen-digit numbers are obsolete; give the eighteen-digit one"
  },
  "unknown-region": { zh: "地区代码不存在", en: "No region has this code" },
  "is-hmt-residence": {
    zh: "这是港澳台居民居住证号码，不是居民身份证号码",
    en: "This is the number of a residence permit for Hong Kong, Macao and Taiwan residents, not of a resident ID"
  },
  "not-hmt-residence": {
    zh: "港澳台居民居住证号码以 810000、820000 或 830000 开头",
    en: "The number of this permit begins with 810000, 820000 or 830000"
  },
  "birth-date-in-future": { zh: "出生日期在今天之后", en: "The date of birth lies in the future" },
  "birth-date-implausible": { zh: "出生日期过早", en: "The date of birth is too long ago" },
  "not-prc": {
    zh: "只能填写中华人民共和国制发的护照，不能填写境外机构制发的护照",
    en: "Only passports issued by the People's Republic of China are accepted"
  },
  "not-a-mobile-number": { zh: "不是中国大陆手机号码", en: "Not a mainland mobile number" },
  "unknown-kind": { zh: "未知的类型", en: "No such kind" },
  "date-format": {
    zh: "日期格式为 YYYYMMDD，长期有效请输入 8 个 0",
    en: "Dates are YYYYMMDD; eight zeros mean no expiry"
  },
  "not-a-real-date": { zh: "日期不存在", en: "No such date" },
  "no-expiry-as-start": { zh: "8 个 0 只能作为截止日期", en: "Eight zeros can only be the end date" },
  "end-not-after-start": { zh: "截止日期应晚于起始日期", en: "The end date must be after the start date" },
  "start-in-future": { zh: "起始日期在今天之后", en: "The start date lies in the future" },
  expired: { zh: "证件已过有效期", en: "The document has expired" },
  "start-before-first-card": {
    zh: "起始日期早于首批居民身份证签发时间，请核对",
    en: "The start date is before the first identity cards were issued"
  },
  "unusual-span": {
    zh: "有效期不是 5 年、10 年、20 年或长期，请核对",
    en: "The period is not 5, 10 or 20 years or without expiry"
  },
  "span-does-not-fit-age": {
    zh: "有效期与签发时的年龄不符，请核对",
    en: "The period does not fit the holder's age at issue"
  },
  "no-letter": { zh: "至少应有一个字母或汉字", en: "At least one letter is needed" },
  "stacked-marks": { zh: "含有叠加的附加符号", en: "Combining marks that make no letter" },
  "misplaced-middle-dot": {
    zh: "间隔号不能在开头、结尾或连续出现",
    en: "A middle dot cannot begin or end a name, or be doubled"
  },
  "unbalanced-brackets": { zh: "括号不成对，请核对", en: "The brackets do not pair" },
  "unusually-short": { zh: "名称只有一个字，请核对", en: "The name has one character only" }
}

/** Every problem there is, for those who list them. */
export const problemCodes = Object.keys(sentences) as ReadonlyArray<ProblemCode>

/** What is wrong and where, in a sentence. */
export const problemSentence = (problem: Problem, language: ProblemLanguage): string => {
  const sentence = sentences[problem.code][language]
  if (problem.position === undefined) return sentence
  return language === "zh" ? `第 ${problem.position} 个字符：${sentence}` : `Character ${problem.position}: ${sentence}`
}
