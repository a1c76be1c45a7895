import type { IdentityWords } from "./zhCN.js"

export const en: IdentityWords = {
  fields: {
    name: "Name",
    type: "Document",
    number: "Number",
    from: "Valid from",
    to: "Valid to"
  },
  types: {
    keep: "(keep)",
    "resident-id": "resident ID card",
    passport: "passport",
    "hk-macao-permit": "HK/Macao permit",
    "taiwan-permit": "Taiwan permit",
    "hmt-residence": "HK/Macao/Taiwan residence permit",
    "foreigner-pr": "foreigner's residence card"
  },
  none: "(empty)",
  dateHint: "YYYYMMDD",
  longTerm: "no expiry: eight 0",
  noDates: "only a resident ID card has dates",
  passport: "only passports issued by the PRC",
  show: "show the number",
  problem: (field, problem) => `${field}: ${problem}`,
  numberNeeded: "another kind of document needs its number",
  bothDates: "both dates are needed"
}
