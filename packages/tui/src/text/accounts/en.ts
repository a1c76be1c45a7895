import type { AccountWords } from "./zhCN.js"

export const en: AccountWords = {
  status: { active: "active", "password-change-required": "initial", locked: "locked", deleted: "deleted" },
  role: { personal: "personal", operator: "operator", administrator: "admin" },
  origin: { registered: "registered", migrated: "migrated", cardless: "added", card: "card" },
  from: (source) => `migrated from ${source}`,
  semicolon: "; ",
  level: { none: "none", low: "low", medium: "medium", high: "high" },
  certification: { certified: "passed", "under-way": "under way", uncertified: "not yet", voided: "voided" },
  method: { "ic-card": "IC card", "legal-representative": "representative", "bank-ukey": "bank UKEY" },
  longTerm: "no expiry",
  binding: { none: "no card bound", bound: "card bound", voided: "binding void" },
  because: {
    "identity-changed": "identity changed",
    "enterprise-changed": "enterprise changed",
    "corrected-by-staff": "corrected by staff",
    recreated: "account recreated"
  },
  document: {
    "resident-id": "resident ID",
    passport: "passport",
    "hk-macao-permit": "HK/Macao permit",
    "taiwan-permit": "Taiwan permit",
    "hmt-residence": "HMT residence",
    "foreigner-pr": "foreigner PR"
  }
}
