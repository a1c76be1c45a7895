import type { AddOperatorWords } from "./zhCN.js"

export const en: AddOperatorWords = {
  title: "Add operator",
  labels: {
    username: "User name",
    name: "Name",
    mobile: "Mobile",
    type: "Document type",
    number: "Document number",
    from: "ID valid from",
    to: "ID valid to",
    email: "E-mail"
  },
  types: {
    "resident-id": "resident ID card",
    passport: "passport",
    "hk-macao-permit": "Hong Kong/Macao permit",
    "taiwan-permit": "Taiwan permit",
    "hmt-residence": "HK/Macao/Taiwan residence permit",
    "foreigner-pr": "foreigner's permanent residence card"
  },
  hints: {
    username: "6-18 letters, digits too",
    name: "as on the document",
    mobile: "11 digits",
    type: "",
    number: "unique here; F6 shows it",
    from: "YYYYMMDD",
    to: "YYYYMMDD, no expiry 00000000",
    email: ""
  },
  notAsked: "for a resident ID card only",
  migrated: "migrated here once: free of the rule",
  codes: {
    "in-use": "this user name is in use",
    reserved: "kept for another enterprise",
    "in-enterprise": "this document is here already",
    "not-the-name": "not the old user name, letter by letter",
    "not-prc": "only a passport issued by the PRC"
  },
  at: (position, what) => `at ${position}: ${what}`,
  initialPassword: (hours) => `Password: eight eights; log in and change it within ${hours} hours or it expires.`,
  unique: "A document is unique in the enterprise (checked again when saved).",
  fresh: (username) => `A new account: nothing of the old ${username} goes over, and that one is deleted.`,
  typeTheName: "Type the old user name letter by letter: it is deleted and added anew.",
  count: (needed, filled, wrong) => `${needed} needed, ${filled} filled in, ${wrong} wrong`,
  incomplete: (label, wrong) => `${label}: ${wrong ? "wrong" : "not filled in"}`,
  replacing: "recreated as a cardless operator",
  save: "save",
  show: "show the number",
  added: (username) => `The cardless operator ${username} is added.`,
  recreated: (username) => `The old account is deleted, and the cardless operator ${username} is added.`,
  tell: "Tell its holder name and password in person or by phone; we send nothing.",
  another: "add another",
  goBack: "back to the list"
}
