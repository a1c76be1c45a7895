import type { DeleteOperatorWords } from "./zhCN.js"

export const en: DeleteOperatorWords = {
  title: (username) => `Delete ${username}`,
  willDelete: "To delete",
  origins: { registered: "registered", migrated: "migrated", cardless: "cardless operator", card: "by card" },
  consequence: "Then",
  consequences: [
    "Its sessions and certification end; a migrated name stays yours.",
    "The journal stays; z restores it until its name or document is used."
  ],
  reason: "Reason",
  reasonNote: "needed, for the journal",
  typed: "Type the user name",
  missing: (characters) => `${characters} more`,
  differs: "not the user name (letter by letter, case and blanks)",
  exact: "the same",
  noReason: "no reason is given",
  remove: "delete",
  cancel: "cancel",
  cancelNote: "deletes nothing",
  deleted: (username) => `${username} is deleted; z takes it back`
}
