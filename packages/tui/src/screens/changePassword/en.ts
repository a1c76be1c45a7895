import type { ChangePasswordWords } from "./zhCN.js"

export const en: ChangePasswordWords = {
  title: "Change password",
  forced: "This is the initial password. Nothing else can be done before it is changed.",
  current: "Current",
  next: "New",
  again: "Once more",
  length: (length) => `length ${length}`,
  show: "show",
  submit: "Save and log in again",
  logOut: "log out",
  checks: {
    length: (least) => `at least ${least} characters`,
    notInitial: "not the initial password (eight 8)",
    notCurrent: "not the current one",
    notUsername: "not the user name",
    classes: (least) => `at least ${least} of capitals, small letters, digits, signs`,
    same: "the same both times"
  },
  notYet: "Some of what is needed is not there yet",
  changed: "The password is changed; log in with the new one",
  effect: "Saving ends every other session of this account"
}
