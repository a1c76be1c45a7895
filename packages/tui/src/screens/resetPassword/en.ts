import type { ResetPasswordWords } from "./zhCN.js"

export const en: ResetPasswordWords = {
  title: (usernames) => (usernames.length === 1 ? `Reset ${usernames[0]}` : `Reset ${usernames.length} passwords`),
  willReset: "To reset",
  more: (count) => `${count} in all`,
  consequences: [
    "The password becomes eight eights; sessions end, a lock is lifted.",
    "Tell its holder in person or by phone: passwords are never sent."
  ],
  within: (hours) => `Within ${hours} hours its holder must log in and change it, or it is reset again.`,
  reason: "Reason",
  reasonNote: "for the journal",
  count: (count) => `Type ${count} to confirm`,
  countDiffers: "not the number",
  countSame: "the same",
  reset: "reset",
  cancel: "cancel",
  cancelNote: "changes nothing",
  done: "Reset to the initial password (eight eights); sessions ended, lock lifted",
  doneWithin: (hours) => `Log in and change it within ${hours} hours, or it has to be reset again.`,
  tell: "Tell its holder in person or by phone: passwords are never sent.",
  refused: "not reset",
  goBack: "back to the list"
}
