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
  another: "another",
  show: "show password",
  wrongLength: "User name, password and captcha are all needed",
  hints: [
    "After the initial password, changing it comes first.",
    "Several wrong passwords pause the log-in; no hint whether a name exists.",
    "Password forgotten: your enterprise's administrator can reset it."
  ],
  demo: [
    "Demonstration (made up): qingdaoadmin, password Qingdao#2026; F3 fills it in",
    "See all accounts as staff of the platform (supervisor): F8"
  ],
  fill: "fill in the demo",
  staff: "come in as staff",
  hint: "Hint"
}
