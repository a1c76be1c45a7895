import { checkMigratedUsername, checkUsername } from "../identifiers/username.js"
import { checkedText } from "./checkedText.js"

/** 用户名: 6 to 18 letters, or letters and digits, kept as typed. */
export const Username = checkedText({
  brand: "Username",
  description: "用户名 user name, 6 to 18 letters or letters and digits (R-78)",
  check: checkUsername
})
export type Username = typeof Username.Type

/** A user name once migrated to the enterprise that uses it again, which is free of the rule. */
export const MigratedUsername = checkedText({
  brand: "Username",
  description: "迁移用户名 user name from an older system, exempt from the format (R-78)",
  check: checkMigratedUsername
})
