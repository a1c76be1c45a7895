import { type AccountId, type CommandName, type RefusalTag, Store, scopeOf } from "@single-window/core"
import * as Effect from "effect/Effect"
import type { Violation } from "../invariants/Invariant.js"
import type { Ready, Sent } from "./perform.js"

const managing: ReadonlySet<CommandName> = new Set([
  "AdmitOperator",
  "DeleteOperator",
  "RestoreOperator",
  "ResetOperatorPassword",
  "RecreateOperator"
])

/** Answers that say nothing of the account: there is none, or whoever asks could not ask about any. */
const silent: ReadonlySet<RefusalTag> = new Set<RefusalTag>([
  "NotFound",
  "NotPermitted",
  "PasswordChangeRequired",
  "OperatorCardCannotManage",
  "AdministratorNotRegistered",
  "FieldInvalid",
  "VerifierUnavailable",
  "StoreUnavailable"
])

/** I-9: an account of another enterprise is answered like one that does not exist. */
export const told = (
  { deed, actor, account }: Ready,
  { came, logged }: Sent
): Effect.Effect<Violation | undefined, never, Store> =>
  Effect.gen(function* () {
    if (!managing.has(deed.do) || actor._tag !== "AccountHolder" || account === undefined) return undefined
    if (came.kind === "unheard" || (came.kind === "refused" && silent.has(came.refusal.tag))) return undefined
    const store = yield* Store
    const manager = yield* store.load(actor.account as AccountId)
    const target = yield* store.load(account as AccountId)
    if (manager === undefined || target === undefined) return undefined
    if (scopeOf(manager.account.enterprise) === scopeOf(target.account.enterprise)) return undefined
    return {
      invariant: "I-9",
      account,
      username: target.account.username,
      what: "told-of-another-enterprise",
      facts: { command: deed.do, ending: logged.ending }
    } satisfies Violation
  }).pipe(Effect.orElseSucceed(() => undefined))
