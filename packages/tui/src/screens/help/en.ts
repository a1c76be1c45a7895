import type { HelpWords } from "./zhCN.js"

export const en: HelpWords = {
  title: (of) => `Help: ${of}`,
  everywhere: "Everywhere",
  here: "On this page",
  close: "close",
  notNow: (reason) => `not now: ${reason}`,
  rules: [
    "What stands in brackets cannot be done now; pressing it says why.",
    "In a form only Tab, Enter, Esc, Ctrl and F keys are commands; the rest is text.",
    "Full-width letters and signs of Chinese input methods count as ASCII."
  ]
}
