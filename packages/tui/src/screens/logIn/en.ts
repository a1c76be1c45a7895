import type { LogInWords } from "./zhCN.js"

export const en: LogInWords = {
  title: "Log in",
  username: "User name",
  password: "Password",
  captcha: "Captcha",
  question: (question) => question,
  captchaWaits: "asking for one",
  submit: "Log in",
  card: "Log in by card",
  pin: "Card PIN",
  pad: "empty: on the reader",
  noPin: "The card PIN was wrong: type it again",
  another: "another",
  show: "show password",
  wrongLength: "User name, password and captcha are all needed",
  hints: [
    "The initial password has to be changed first.",
    "Several wrong passwords pause the log-in.",
    "Password forgotten: your administrator resets it."
  ],
  demo: [
    "Demo (made up): qingdaoadmin, Qingdao#2026; F3 fills in",
    "All accounts, as staff of the platform (supervisor): F8"
  ],
  locked: "Locked",
  comeBack: {
    holder: [
      "Nobody typed for long, or the session lasted too long.",
      "Log in to the same account to go on; what was not saved is still there. F10 discards it."
    ],
    staff: [
      "Nobody typed for long, or the session lasted too long.",
      "F7 goes on where you were; what was not saved is still there. F10 discards it."
    ],
    nobody: [
      "Nobody typed for long, or the session lasted too long.",
      "The host named no command to unlock: quit, and open it again the way you did."
    ]
  },
  unlock: "unlock",
  noGate: "the host named no command for it (SINGLE_WINDOW_STAFF_UNLOCK)",
  discard: "discard what was open",
  fill: "fill in the demo",
  staff: "come in as staff",
  hint: "Hint"
}
