/** What a person can do after a refusal (途径): a closed list, so that every screen can offer each of them. */
export const remedies = [
  "Refill",
  "AskAdministrator",
  "CheckPublicitySystem",
  "ContactSupportWithEvidence",
  "OpenCtid",
  "SyncIdInCtid",
  "SwitchToBankCard",
  "UseIcCard",
  "UseBankUkey",
  "UseLegalRepresentative",
  "InstallCardControl",
  "InsertCard",
  "RenewCard",
  "RegisterAdministrator",
  "DeleteAndRecreate",
  "WaitUntil",
  "ChangePasswordFirst"
] as const

export type Remedy = (typeof remedies)[number]
