import { type DocumentType, documentTypes } from "../../identifiers/index.js"

/** The names older systems give to documents, besides our own. Words about the holder or the edition are not part of a name. */
const names: ReadonlyMap<string, DocumentType> = new Map([
  ["身份证", "resident-id"],
  ["居民身份证", "resident-id"],
  ["中华人民共和国居民身份证", "resident-id"],
  ["二代身份证", "resident-id"],
  ["第二代居民身份证", "resident-id"],
  ["护照", "passport"],
  ["中国护照", "passport"],
  ["普通护照", "passport"],
  ["因私护照", "passport"],
  ["因公护照", "passport"],
  ["香港特别行政区护照", "passport"],
  ["澳门特别行政区护照", "passport"],
  ["港澳居民来往内地通行证", "hk-macao-permit"],
  ["回乡证", "hk-macao-permit"],
  ["台湾居民来往大陆通行证", "taiwan-permit"],
  ["台胞证", "taiwan-permit"],
  ["港澳台居民居住证", "hmt-residence"],
  ["外国人永久居留身份证", "foreigner-pr"],
  ["外国人永久居留证", "foreigner-pr"],
  ...documentTypes.map((type) => [type, type] as const)
])

/** Names that say who issued a passport: its number may look like one of the People's Republic all the same. */
const foreignPassports = new Set(["外国护照", "外籍护照", "境外护照"])

export const isForeignPassportName = (name: string): boolean => foreignPassports.has(name.normalize("NFKC"))

/** A document type by any of its names; what has none stays as it was given. */
export const documentTypeNamed = (name: string): string =>
  names.get(
    name
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s_]+/gu, "-")
      .replace(/^-|-$/gu, "")
  ) ?? name
