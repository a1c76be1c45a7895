import type * as Tag from "effect/Context"
import type { Subject } from "../domain/Method.js"
import type { Vault } from "../ports/Vault.js"

/** The keyed hash of an SMS code, bound to account and subject: only this is kept. */
export const codeHash = (vault: Tag.Tag.Service<Vault>, account: string, subject: Subject, code: string): string =>
  vault.fingerprint(`sms-code|${account}|${subject}|${code}`)
