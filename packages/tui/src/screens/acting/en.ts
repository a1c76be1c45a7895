import type { ActingWords } from "./zhCN.js"

export const en: ActingWords = {
  title: "For which account",
  about: "Staff act for a holder: each step is kept in the journal with its reason.",
  account: "User name",
  reason: "Reason",
  reasonHint: "for example: asked by telephone, ticket 20261125-01",
  go: "Go on",
  missing: "Both the user name and the reason are needed"
}
