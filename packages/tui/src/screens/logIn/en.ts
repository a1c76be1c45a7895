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
    "Several wrong passwords pause the log-in; whether a name exists is not told.",
    "Password forgotten: your enterprise's administrator can reset it."
  ],
  demo: [
    "Demonstration (made up): administrator qingdaoadmin, password Qingdao#2026",
    "Staff: single-window --as staff:li/supervisor --db sqlite:./single-window-demo.db"
  ],
  hint: "Hint"
}
