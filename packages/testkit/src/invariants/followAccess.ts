import { type AccountEvent, changedEnterpriseFields, scopeOf } from "@single-window/core"
import { usernameKey } from "@single-window/core/identifiers"
import type { Happening, Surroundings } from "./followed.js"
import type { Life } from "./Life.js"

type Event<Tag extends AccountEvent["_tag"]> = Extract<AccountEvent, { readonly _tag: Tag }>

/** What an administrator does to others' accounts, and nobody else does. */
const administration: ReadonlySet<AccountEvent["_tag"]> = new Set([
  "OperatorAdmitted",
  "AccountDeleted",
  "AccountRestored",
  "PasswordReset",
  "CardlessOperatorAdded"
])

/** What may happen before anybody has logged in. */
const toComeIn: ReadonlySet<AccountEvent["_tag"]> = new Set(["AdministratorRegistered", "PasswordTried", "LoggedIn"])

const withInitialPassword: ReadonlySet<AccountEvent["_tag"]> = new Set(["PasswordTried", "LoggedIn", "PasswordChanged"])

const holderIn = (actor: string): { readonly id: string; readonly byLegalPersonCard: boolean } | undefined => {
  const [, id, card] = /^account:(\S+)(?: by (\S+) card)?$/.exec(actor) ?? []
  return id === undefined ? undefined : { id, byLegalPersonCard: card === "legal-person" }
}

/** Somebody else's account: only an administrator's business, and only within the enterprise. */
const onAnother = ({ life, event, around, report }: Happening, actor: string, byCard: boolean): void => {
  const other = around.lifeOf(actor)
  if (!administration.has(event._tag) || other === undefined || !(other.role === "administrator" || byCard))
    report("I-9", "acted-on-another", { event: event._tag })
  else if (scopeOf(other.enterprise) !== scopeOf(life.enterprise))
    report("I-9", "acted-on-another-enterprise", { event: event._tag })
  else if (other.role === "administrator" && differing(other, life, around).length > 0)
    report("I-9", "managed-though-different", { event: event._tag, differing: differing(other, life, around) })
  if (other?.deleted === true) report("I-7", "acted-after-deletion", { event: event._tag })
}

/** What keeps an administrator from managing an account. */
const differing = (administrator: Life, life: Life, { policy }: Surroundings) =>
  changedEnterpriseFields(administrator.enterprise, life.enterprise).filter(
    (field) => field !== "legalRepresentativeName" || policy.operators.compareLegalRepresentativeName
  )

const onItself = ({ life, event, report }: Happening): void => {
  if (administration.has(event._tag)) report("I-9", "managed-itself", { event: event._tag })
  if (life.mustChange && !withInitialPassword.has(event._tag))
    report("I-7", "acted-with-the-initial-password", { event: event._tag })
  if (life.deleted) report("I-7", "acted-after-deletion", { event: event._tag })
}

/** Who did it, and whether that party may. */
export const checkActor = (happening: Happening): void => {
  const { life, entry, event, report } = happening
  const { actor, reason } = entry
  const holder = holderIn(actor)
  if (holder?.id === life.id) onItself(happening)
  else if (holder !== undefined) onAnother(happening, holder.id, holder.byLegalPersonCard)
  if (actor === "") report("I-8", "nobody-did-it", { event: event._tag })
  if (actor === "anonymous" && !toComeIn.has(event._tag)) report("I-9", "acted-as-nobody", { event: event._tag })
  if (actor.startsWith("card:") && !administration.has(event._tag))
    report("I-9", "acted-by-card", { event: event._tag })
  if (actor.startsWith("staff:") && reason.trim() === "") report("I-8", "staff-without-reason", { event: event._tag })
}

/** every guess is counted, the last one locks, and a locked account takes none. */
export const passwordTried = ({ life, entry, event, around, report }: Happening<Event<"PasswordTried">>): void => {
  const { guesses } = life
  const { attempts, hardStop } = around.policy.logIn
  if (guesses.lockedUntil > entry.at || guesses.hardLocked) report("I-10", "guessed-while-locked")
  guesses.sinceLock++
  guesses.inAll++
  const locks = event.lockedUntil !== undefined
  if (guesses.sinceLock >= attempts !== locks) report("I-10", "did-not-lock", { guesses: guesses.sinceLock })
  if (guesses.inAll >= hardStop !== event.hardLocked)
    report("I-10", "did-not-lock-for-good", { guesses: guesses.inAll })
  if (guesses.sinceLock >= attempts) guesses.sinceLock = 0
  guesses.lockedUntil = event.lockedUntil ?? 0
  guesses.hardLocked = event.hardLocked
}

export const unlocked = ({ life: { guesses } }: { readonly life: Life }): void => {
  guesses.sinceLock = 0
  guesses.inAll = 0
  guesses.lockedUntil = 0
  guesses.hardLocked = false
}

/** A window opens with the first "no" and holds no more of them than policy allows. */
export const attemptSpent = ({ life, entry, event, around, report }: Happening<Event<"AttemptSpent">>): void => {
  const key = `${event.subject}/${event.channel}`
  const { attempts, attemptWindowMinutes } = around.policy.certification
  const before = life.spent.get(key) ?? []
  const [since = entry.at] = before
  const open = entry.at < since + attemptWindowMinutes * 60_000 ? [...before, entry.at] : [entry.at]
  if (open.length > attempts) report("I-10", "asked-beyond-the-limit", { key, counted: open.length })
  if (event.since !== open[0]) report("I-10", "window-moved", { key })
  life.spent.set(key, open)
}

/** an operator has an administrator, of the very same enterprise. */
export const admitted = ({ life, event, around, report }: Happening<Event<"OperatorAdmitted">>): void => {
  const administrator = around.lifeOf(event.administrator)
  const fields = administrator === undefined ? ["administrator"] : differing(administrator, life, around)
  if (fields.length > 0) report("I-9", "admitted-into-another-enterprise", { differing: fields })
  life.role = "operator"
}

/** a migrated name stays with the enterprise that brought it. */
export const nameIsFree = (
  { life, report }: Pick<Happening, "life" | "report">,
  migratedNames: ReadonlyMap<string, Life>
): void => {
  const first = migratedNames.get(usernameKey(life.username))
  if (first === undefined || first === life) return
  if (scopeOf(first.enterprise) !== scopeOf(life.enterprise)) report("I-12", "took-a-reserved-name")
}
