import type * as Schema from "effect/Schema"
import { personasWorld } from "../personas/personasWorld.js"
import type { Setting as SettingSchema } from "../scenario/Scenario.js"

/** What a scenario file holds before its steps; whatever is left out is as in `prepared`. */
export type Setting = Partial<Schema.Schema.Encoded<typeof SettingSchema>>

/** Accounts that are there when nothing else is asked for: an administrator, and a migrated user with everything right. */
export const preparedAccounts = [
  {
    username: "tongdaadmin",
    role: "administrator",
    enterprise: "tongda",
    holder: "dengPing",
    password: "Admin#2022"
  },
  { username: "ciq_bj_001", source: "ciq", enterprise: "tongda", holder: "zhuTao", password: "Init#2022" }
] as const
export type PreparedAccounts = typeof preparedAccounts

/** A whole setting: the personas and their enterprises, cards and banks, with two accounts. */
export const prepared = (setting: Setting): Setting & { readonly title: string } => {
  const ownWorld = setting.people !== undefined || setting.enterprises !== undefined
  return {
    title: "promise",
    ...(ownWorld ? {} : { ...personasWorld, accounts: preparedAccounts }),
    ...setting
  }
}
