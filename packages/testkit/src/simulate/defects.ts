import {
  type Change,
  type Commit,
  CommitResult,
  isCertified,
  Ledger,
  Store,
  type StoreUnavailable,
  Vault
} from "@single-window/core"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

type Event = Change["events"][number]
type StoreService = Context.Tag.Service<Store>
type LedgerService = Context.Tag.Service<Ledger>
type VaultService = Context.Tag.Service<Vault>

/** A mistake that the core could make, made around it: its own source stays as it is. */
export interface Defect {
  readonly says: string
  readonly store?: (store: StoreService) => StoreService
  readonly ledger?: (ledger: LedgerService) => LedgerService
  readonly vault?: (vault: VaultService) => VaultService
}

/** Every commit goes through a change of its events; a change that is left with none is not made. */
const events =
  (alter: (change: Change, store: StoreService) => Effect.Effect<ReadonlyArray<Event>, StoreUnavailable>) =>
  (store: StoreService): StoreService => {
    const altered = (commit: Commit) =>
      Effect.map(
        Effect.forEach(commit.changes, (change) =>
          Effect.map(alter(change, store), (next): Change => ({ ...change, events: next }))
        ),
        (changes): Commit => ({ ...commit, changes: changes.filter((change) => change.events.length > 0) })
      )
    const made = (commit: Commit) =>
      Effect.flatMap(altered(commit), (next) =>
        next.changes.length === 0 && commit.changes.length > 0
          ? Effect.succeed<CommitResult>(CommitResult.Committed({ accounts: [] }))
          : store.commit(next)
      )
    return { ...store, commit: made, commitAll: (commits) => Effect.forEach(commits, made) }
  }

const without = (drops: (event: Event, change: Change) => boolean) =>
  events((change) => Effect.succeed(change.events.filter((event) => !drops(event, change))))

const replacing = (replace: (event: Event, change: Change) => ReadonlyArray<Event>) =>
  events((change) => Effect.succeed(change.events.flatMap((event) => replace(event, change))))

const has = ({ events: all }: Change, ...tags: ReadonlyArray<Event["_tag"]>): boolean =>
  all.some(({ _tag }) => tags.includes(_tag))

const withoutClaims =
  (kind: string) =>
  (ledger: LedgerService): LedgerService => ({
    ...ledger,
    commit: (commits) =>
      ledger.commit(
        commits.map((commit) => ({
          ...commit,
          appends: commit.appends.map((append) => ({
            ...append,
            claim: append.claim.filter((claim) => !claim.startsWith(`${kind}:`))
          }))
        }))
      )
  })

/** Mistakes to plant, each of which a simulation must find. */
export const defects = {
  "identity-edit-keeps-the-card": {
    says: "an edit of the identity forgets to void the card binding",
    store: without(({ _tag }) => _tag === "CardBindingVoided")
  },
  "identity-edit-keeps-the-certification": {
    says: "an edit of the identity forgets to void the certification",
    store: without((event) => event._tag === "CertificationVoided" && event.because === "identity-changed")
  },
  "enterprise-edit-keeps-the-facet": {
    says: "an edit of the enterprise keeps the enterprise facet",
    store: without((event) => event._tag === "CertificationVoided" && event.because === "enterprise-changed")
  },
  "journey-survives-an-edit": {
    says: "a journey goes on after an edit of the enterprise that it was about",
    store: without(
      ({ _tag }, change) =>
        has(change, "EnterpriseEdited", "EnterpriseCorrected") &&
        (_tag === "JourneyReopened" || _tag === "CertificationAbandoned")
    )
  },
  "granted-without-the-holder": {
    says: "a level is granted as soon as the enterprise is proven, without the holder",
    store: replacing((event) =>
      event._tag === "CardPresented"
        ? [
            event,
            {
              _tag: "CertificationGranted",
              method: "ic-card",
              level: "high",
              enterprise: event.enterprise,
              holderStood: false
            }
          ]
        : [event]
    )
  },
  "level-too-high": {
    says: "the legal representative's method grants the highest level",
    store: replacing((event) =>
      event._tag === "CertificationGranted" && event.method === "legal-representative"
        ? [{ ...event, level: "high" }]
        : [event]
    )
  },
  "recreated-inherits": {
    says: "a recreated account inherits the certification of the one before",
    store: events((change, store) =>
      Effect.gen(function* () {
        const [born] = change.events
        if (born?._tag !== "CardlessOperatorAdded" || born.successorOf === undefined) return change.events
        const before = (yield* store.load(born.successorOf))?.account
        const [passed] = before?.certification.methods ?? []
        if (before === undefined || passed === undefined || !isCertified(before)) return change.events
        const { method, level } = passed
        return [
          born,
          { _tag: "CertificationGranted", method, level, enterprise: born.enterprise, holderStood: false } as const
        ]
      })
    )
  },
  "attempt-not-counted": {
    says: "a verifier's no is not counted",
    store: without(({ _tag }) => _tag === "AttemptSpent")
  },
  "guess-does-not-lock": {
    says: "the last wrong password does not lock the account",
    store: replacing((event) =>
      event._tag === "PasswordTried" ? [{ _tag: "PasswordTried", hardLocked: false }] : [event]
    )
  },
  "save-changes-three": {
    says: "a save that changes both codes changes the name as well",
    store: replacing((event, { before }) => {
      if (event._tag !== "EnterpriseEdited" || before === undefined) return [event]
      const { enterprise } = before.account
      const both =
        enterprise.unifiedSocialCreditCode !== event.enterprise.unifiedSocialCreditCode &&
        enterprise.organizationCode !== event.enterprise.organizationCode
      return both
        ? [{ ...event, enterprise: { ...event.enterprise, name: `${event.enterprise.name}分公司` } }]
        : [event]
    })
  },
  "initial-password-will-do": {
    says: "everything is open with the initial password",
    store: (store) => ({
      ...store,
      load: (id) =>
        Effect.map(store.load(id), (loaded) => {
          const password = loaded?.account.password
          if (loaded === undefined || password === undefined) return loaded
          return { ...loaded, account: { ...loaded.account, password: { ...password, mustChange: false } } }
        })
    })
  },
  "document-key-not-taken": {
    says: "the unique key of a document is not taken",
    ledger: withoutClaims("document")
  },
  "user-name-not-taken": {
    says: "the unique key of a user name is not taken",
    ledger: withoutClaims("username")
  },
  "event-lost": {
    says: "the last of several events does not reach the journal",
    ledger: (ledger) => ({
      ...ledger,
      commit: (commits) =>
        ledger.commit(
          commits.map((commit) => ({
            ...commit,
            appends: commit.appends.map((append) =>
              append.events.length > 1 ? { ...append, events: append.events.slice(0, -1) } : append
            )
          }))
        )
    })
  },
  "written-in-plain": {
    says: "what is sealed can be read",
    vault: (vault) => ({
      ...vault,
      seal: (_key, _context, text) => Effect.succeed(text),
      open: (_key, _context, text) => Effect.succeed(text)
    })
  }
} as const satisfies Readonly<Record<string, Defect>>
export type DefectName = keyof typeof defects
export const defectNames = Object.keys(defects) as ReadonlyArray<DefectName>

/** The layers around the core with a mistake in them; without a name, as they should be. */
export const withDefect = (name: DefectName | undefined) => {
  const defect: Defect = name === undefined ? { says: "" } : defects[name]
  const { store: onStore, ledger: onLedger, vault: onVault } = defect
  return {
    store: <E, R>(layer: Layer.Layer<Store, E, R>): Layer.Layer<Store, E, R> =>
      onStore === undefined ? layer : Layer.effect(Store, Effect.map(Store, onStore)).pipe(Layer.provide(layer)),
    ledger: <A, E, R>(layer: Layer.Layer<A | Ledger, E, R>): Layer.Layer<A | Ledger, E, R> =>
      onLedger === undefined ? layer : Layer.map(layer, changed(Ledger, onLedger)),
    outside: <A, E, R>(layer: Layer.Layer<A | Vault, E, R>): Layer.Layer<A | Vault, E, R> =>
      onVault === undefined ? layer : Layer.map(layer, changed(Vault, onVault))
  }
}

/** A context with one of its services changed. */
const changed =
  <Id, Service>(tag: Context.Tag<Id, Service>, change: (service: Service) => Service) =>
  <A>(context: Context.Context<A>): Context.Context<A> =>
    Context.add(context, tag, change(Context.unsafeGet(context, tag))) as Context.Context<A>
