import type {
  AccountEvent,
  Enterprise,
  FacetState,
  Holder,
  Method,
  Origin,
  Role,
  SecurityLevel,
  StoredDocument,
  Subject
} from "@single-window/core"

/** A code that was sent and not answered yet. */
interface PendingCode {
  readonly subject: Subject
  readonly expiresAt: number
  left: number
}

/** A journey under way, and which of its checks have been passed on which values. */
export interface JourneyLived {
  readonly method: Method
  readonly expiresAt: number
  /** The enterprise's values as they were proven. */
  proven: Enterprise | undefined
  /** Whether the legal representative has been verified. */
  representative: boolean
  /** Who that is, as the registry confirmed it. */
  representativeIs: { readonly name: string; readonly document: StoredDocument } | undefined
  /** The holder's values as they were verified. */
  holder: Holder | undefined
  pending: PendingCode | undefined
  /** The bank request that waits for its answer. */
  readonly request: { readonly id: string; readonly expiresAt: number } | undefined
}

/** What the next events must do, since an edit made it untrue. */
export interface Due {
  readonly facets: Set<"enterprise" | "holder">
  binding: boolean
  journey: boolean
  code: boolean
}

/**
 * An account as one can follow it from its journal with pencil and paper. It is kept apart from the core's own fold on purpose:
 * what the two disagree about is a mistake of one of them.
 */
export interface Life {
  readonly id: string
  readonly username: string
  readonly origin: Origin
  readonly successorOf: string | undefined
  role: Role
  deleted: boolean
  enterprise: Enterprise
  holder: Holder
  readonly facets: { enterprise: FacetState; holder: FacetState }
  readonly methods: Map<Method, SecurityLevel>
  binding: "none" | "bound" | "voided"
  journey: JourneyLived | undefined
  mustChange: boolean
  /** Wrong passwords: since the last lock, and in all since the last success. */
  readonly guesses: { sinceLock: number; inAll: number; lockedUntil: number; hardLocked: boolean }
  /** When answers of "no" were counted, by subject and channel. */
  readonly spent: Map<string, Array<number>>
  readonly due: Due
  version: number
  at: number
}

type Birth = Extract<
  AccountEvent,
  { _tag: "AdministratorRegistered" | "AccountMigrated" | "CardlessOperatorAdded" | "AccountTakenOver" }
>

export const isBirth = (event: AccountEvent): event is Birth =>
  event._tag === "AdministratorRegistered" ||
  event._tag === "AccountMigrated" ||
  event._tag === "CardlessOperatorAdded" ||
  event._tag === "AccountTakenOver"

const beginnings = {
  AdministratorRegistered: { role: "administrator", origin: "registered", mustChange: false },
  AccountMigrated: { role: "personal", origin: "migrated", mustChange: false },
  CardlessOperatorAdded: { role: "operator", origin: "cardless", mustChange: true }
} as const

/** Everybody begins uncertified, whoever had the user name before. */
export const born = (event: Birth, at: number): Life => {
  const { role, origin, mustChange } =
    event._tag === "AccountTakenOver"
      ? {
          role: event.role,
          origin: event.origin,
          mustChange: event.mustChangePassword && event.passwordHash !== undefined
        }
      : beginnings[event._tag]
  return {
    id: event.id,
    username: event.username,
    origin,
    role,
    successorOf: "successorOf" in event ? event.successorOf : undefined,
    deleted: false,
    enterprise: event.enterprise,
    holder: event.holder,
    facets: { enterprise: "none", holder: "none" },
    methods: new Map(),
    binding: "none",
    journey: undefined,
    mustChange,
    guesses: { sinceLock: 0, inAll: 0, lockedUntil: 0, hardLocked: false },
    spent: new Map(),
    due: { facets: new Set(), binding: false, journey: false, code: false },
    version: 1,
    at
  }
}

const order: ReadonlyArray<SecurityLevel> = ["none", "low", "medium", "high"]

/** The highest level among the methods passed, once both facets stand. */
export const levelOf = ({ facets, methods }: Life): SecurityLevel =>
  facets.enterprise === "valid" && facets.holder === "valid"
    ? [...methods.values()].reduce((best, level) => (order.indexOf(level) > order.indexOf(best) ? level : best), "none")
    : "none"

/** A copy in which everything that is due has been done: how the account should look. */
export const asDue = (life: Life): Life => {
  const { due, facets, journey } = life
  return {
    ...life,
    facets: {
      enterprise: due.facets.has("enterprise") ? "voided" : facets.enterprise,
      holder: due.facets.has("holder") ? "voided" : facets.holder
    },
    methods: due.facets.size > 0 ? new Map() : life.methods,
    binding: due.binding ? "voided" : life.binding,
    journey: journey !== undefined && due.journey && journey.method === "bank-ukey" ? undefined : journey
  }
}
