import type { HomeWords } from "./zhCN.js"

export const en: HomeWords = {
  title: "Home",
  account: "Account",
  enterprise: "Enterprise",
  level: "Level",
  levels: { none: "not certified", low: "low", medium: "medium", high: "high" },
  information: "Information",
  complete: "complete",
  others: (count) => `${count} more`,
  incomplete: (count) => `${count} missing or wrong`,
  problem: (field, problem) => `${field}: ${problem}`,
  next: "Next",
  actions: {
    "change-password": "change the initial password",
    "edit-enterprise": "edit the enterprise",
    "edit-holder": "edit the identity",
    certify: "certify (by IC card if there is one)"
  },
  again: "certify again (the earlier certification is void)",
  resumes: "go on certifying",
  nothing: {
    certified: "nothing: certified",
    registered: "nothing: registered accounts need no certification here",
    card: "nothing: accounts that log in by card need no certification here",
    migrated: "nothing: migrated accounts need no certification here",
    cardless: "nothing: cardless operators need no certification here"
  },
  manages: "you may manage the enterprise's operators (o)",
  operators: "Operators",
  operatorCounts: (all, certified, locked, initial) =>
    `${all} in all   ${certified} certified   ${locked} locked   ${initial} initial password`,
  accounts: "All accounts",
  certifications: { certified: "certified", "under-way": "under way", uncertified: "not certified", voided: "voided" },
  atLeast: (count) => `${count} or more`,
  refresh: "refresh",
  logOut: "log out",
  offers: "Go to"
}
