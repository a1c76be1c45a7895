import type { ActingWords } from "./zhCN.js"

export const en: ActingWords = {
  title: "For which account",
  about: "Staff act for an account's holder: every step is kept in the journal with the reason.",
  account: "User name",
  reason: "Reason",
  reasonHint: "for example: asked by telephone, ticket 20261125-01",
  go: "Go on",
  missing: "Both the user name and the reason are needed",
  on: (account) => `Acting for ${account}`
}
