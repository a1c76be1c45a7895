/** Ways in which the older systems' rows differ from the truth. Each takes a right row and gives the row as it was handed over. */

const fullWidth = (text) => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
const hyphenated = (code) => `${code.slice(0, 8)}-${code.slice(8)}`
const dashed = (date, mark = "-") =>
  date === "00000000" ? "长期" : [date.slice(0, 4), date.slice(4, 6), date.slice(6)].join(mark)
const spelledOut = (date) =>
  date === "00000000" ? "长期有效" : `${date.slice(0, 4)}年${Number(date.slice(4, 6))}月${Number(date.slice(6))}日`
const otherLast = (text) => text.slice(0, -1) + (text.endsWith("7") ? "3" : "7")

/** Only the way of writing differs; these can certify as they are, unless a name has changed since. */
export const cosmetic = {
  plain: (row) => row,
  hyphenated: (row) => ({ ...row, organizationCode: hyphenated(row.organizationCode) }),
  lowerCase: (row) => ({
    ...row,
    unifiedSocialCreditCode: row.unifiedSocialCreditCode.toLowerCase(),
    organizationCode: row.organizationCode.toLowerCase(),
    documentNumber: row.documentNumber.toLowerCase()
  }),
  fullWidthCodes: (row) => ({ ...row, unifiedSocialCreditCode: fullWidth(row.unifiedSocialCreditCode) }),
  fullWidthNumber: (row) => ({ ...row, documentNumber: fullWidth(row.documentNumber), mobile: fullWidth(row.mobile) }),
  halfBrackets: (row) => ({ ...row, enterpriseName: row.enterpriseName.replace("（", "(").replace("）", ")") }),
  dashedDates: (row) => ({ ...row, validFrom: dashed(row.validFrom), validTo: dashed(row.validTo) }),
  dottedDates: (row) => ({ ...row, validFrom: dashed(row.validFrom, "."), validTo: dashed(row.validTo, ".") }),
  spelledOutDates: (row) => ({ ...row, validFrom: spelledOut(row.validFrom), validTo: spelledOut(row.validTo) }),
  countryCode: (row) => ({ ...row, mobile: `+86 ${row.mobile}` }),
  blanksAround: (row) => ({
    ...row,
    enterpriseName: ` ${row.enterpriseName}　`,
    holderName: `${row.holderName} `,
    documentNumber: ` ${row.documentNumber}`
  }),
  dotInName: (row) => ({ ...row, holderName: row.holderName.replace("·", "•") }),
  formerName: (row, { enterprise }) => ({ ...row, enterpriseName: enterprise.formerly ?? row.enterpriseName })
}

/** One field is missing or wrong, and its holder can put it right. */
export const fixable = {
  noOrganizationCode: (row) => ({ ...row, organizationCode: "" }),
  noCreditCode: (row) => ({ ...row, unifiedSocialCreditCode: "" }),
  noRepresentative: (row) => ({ ...row, legalRepresentativeName: "" }),
  mistypedCreditCode: (row) => ({ ...row, unifiedSocialCreditCode: otherLast(row.unifiedSocialCreditCode) }),
  otherOrganizationCode: (row, { other }) => ({ ...row, organizationCode: other.organizationCode }),
  mistypedOrganizationCode: (row) => ({ ...row, organizationCode: otherLast(row.organizationCode) }),
  lostCharacters: (row) => ({ ...row, enterpriseName: row.enterpriseName.replace(/示例../u, "????") }),
  noEnterprise: (row) => ({
    ...row,
    enterpriseName: "",
    unifiedSocialCreditCode: "",
    organizationCode: "",
    legalRepresentativeName: ""
  }),
  staleAndNoOrganizationCode: (row, { enterprise }) => ({
    ...row,
    enterpriseName: enterprise.formerly ?? row.enterpriseName,
    organizationCode: ""
  }),
  noHolderName: (row) => ({ ...row, holderName: "" }),
  noDocumentType: (row) => ({ ...row, documentType: "" }),
  noDocumentNumber: (row) => ({ ...row, documentNumber: "" }),
  mistypedNumber: (row) => ({ ...row, documentNumber: otherLast(row.documentNumber) }),
  fifteenDigits: (row) => ({
    ...row,
    documentType: "身份证",
    documentNumber: row.documentNumber.slice(0, 6) + row.documentNumber.slice(8, 17)
  }),
  reversedDates: (row) => ({ ...row, validFrom: row.validTo, validTo: row.validFrom }),
  expired: (row) => ({ ...row, validFrom: "20080612", validTo: "20180612" }),
  noEnd: (row) => ({ ...row, validTo: "" }),
  noDates: (row) => ({ ...row, validFrom: "", validTo: "" }),
  impossibleDate: (row) => ({ ...row, validFrom: "20190230" })
}

/** Its holder alone gets nowhere. */
export const administrator = {
  foreignPassport: (row, { count }) => ({ ...row, documentType: "护照", documentNumber: `L${9_100_203 + count * 31}` }),
  foreignPassportOfDigits: (row, { count }) => ({
    ...row,
    documentType: "外国护照",
    documentNumber: String(503_000_117 + count * 1013)
  }),
  hongKongPassport: (row, { count }) => ({
    ...row,
    documentType: "护照",
    documentNumber: `K0${1_000_200 + count * 13}`
  }),
  macaoPassport: (row, { count }) => ({ ...row, documentType: "护照", documentNumber: `MA${1_000_300 + count * 11}` }),
  officerCard: (row, { count }) => ({ ...row, documentType: "军官证", documentNumber: `军字第${20_100 + count}号` }),
  otherDocument: (row, { count }) => ({ ...row, documentType: "其他", documentNumber: String(90_000 + count) }),
  nobody: (row) => ({ ...row, holderName: "", documentType: "", documentNumber: "", validFrom: "", validTo: "" }),
  beyondEditing: (row) => ({
    ...row,
    enterpriseName: "?????????",
    unifiedSocialCreditCode: otherLast(row.unifiedSocialCreditCode),
    organizationCode: otherLast(row.organizationCode)
  })
}

/** The same person or user name as an earlier row of the same enterprise; `first` is that row. */
export const duplicate = {
  sameNumberFullWidth: (row, { first }) => ({
    ...sameHolder(row, first),
    documentNumber: fullWidth(first.documentNumber)
  }),
  sameNumberLowerCase: (row, { first }) => ({
    ...sameHolder(row, first),
    documentNumber: first.documentNumber.toLowerCase()
  }),
  sameNumberSpaced: (row, { first }) => ({
    ...sameHolder(row, first),
    documentNumber: first.documentNumber.replace(/^(.{6})(.{8})/u, "$1 $2 ")
  }),
  reissuedPermit: (row, { first }) => ({
    ...sameHolder(row, first),
    documentNumber: first.documentNumber.replace(/01$/, "02")
  }),
  sameNumberOtherCodes: (row, { first }) => ({
    ...sameHolder(row, first),
    unifiedSocialCreditCode: "",
    organizationCode: hyphenated(row.organizationCode)
  }),
  upperCaseName: (row, { first }) => ({ ...row, username: first.username.toUpperCase() }),
  sameName: (row, { first }) => ({ ...row, username: first.username })
}

const sameHolder = (row, first) => ({
  ...row,
  holderName: first.holderName,
  documentType: first.documentType,
  documentNumber: first.documentNumber,
  validFrom: first.validFrom,
  validTo: first.validTo
})

/** It cannot be stored. */
export const invalid = {
  noUsername: (row) => ({ ...row, username: "" }),
  blankUsername: (row) => ({ ...row, username: "   " }),
  hiddenInUsername: (row) => ({ ...row, username: `${row.username.slice(0, 3)}\u200b${row.username.slice(3)}` }),
  noSource: (row) => ({ ...row, source: "" }),
  bellInName: (row) => ({ ...row, holderName: `${row.holderName}\u0007` }),
  tabInEnterprise: (row) => ({ ...row, enterpriseName: row.enterpriseName.replace("示例", "\u000b示例") }),
  endlessNumber: (row) => ({ ...row, documentNumber: "0".repeat(80) }),
  fewerCells: (row) => ({ ...row, cells: -2 }),
  moreCells: (row) => ({ ...row, cells: 1 })
}
