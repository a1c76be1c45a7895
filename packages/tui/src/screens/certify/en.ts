import type { CertifyWords } from "./zhCN.js"

export const en: CertifyWords = {
  title: "Certification",
  methods: {
    "ic-card": "E-Port IC card (recommended)",
    "legal-representative": "Legal representative",
    "bank-ukey": "Bank UKEY"
  },
  levels: { none: "not certified", low: "low", medium: "medium", high: "high" },
  marks: { passed: "[passed]", open: "[open]", not: "[not yet]", blocked: "[not open]" },
  now: (level) => `Security level now: [${level}]`,
  gives: (level) => `level ${level}`,
  shortest: "fewest steps",
  needs: "Needed:",
  resumes: (step, time) => `At ${step}, open until ${time}. Enter goes on with it`,
  levelTooLow: "The level is not above the present one, so it is not needed",
  incomplete: "Missing or wrong, to be mended first:",
  mendFirst: "something is missing or wrong; press e or i first",
  problem: (field, problem) => `${field}: ${problem}`,
  go: "certify",
  editEnterprise: "edit enterprise",
  editHolder: "edit identity",
  cardBinding: "bind a card",
  refresh: "refresh",
  seeAbove: "this method cannot be used now; the reason stands above",
  choose: "Choose a method; all three may be done, the highest level counts",
  notLoaded: "Not read yet"
}
