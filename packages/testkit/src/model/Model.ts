import { accountsAtStart, type Card, cards, type Enterprise, type Person, settingInput } from "./cast.js"

export type Facet = "none" | "valid" | "voided"
export type Method = "ic-card" | "legal-representative" | "bank-ukey"
export type Level = "none" | "low" | "medium" | "high"
export type Step = "card" | "enterprise" | "legal-representative" | "bank" | "account-holder"

/** The three things that are typed, each as the enterprise whose value it is; the organization code follows the code. */
export interface Holding {
  readonly name: Enterprise
  readonly code: Enterprise
  readonly representative: Enterprise
}

export interface Holder {
  readonly person: Person | undefined
  /** Whether the dates are those on the card; of no meaning for other documents. */
  readonly dates: "right" | "other"
}

export type BankSays = "success" | "declined" | "another-enterprise"

export interface Journey {
  readonly method: Method
  step: Step
  readonly expires: number
  pending: { readonly sms: number; readonly expires: number; left: number } | undefined
  readonly bank: { readonly request: number; readonly expires: number } | undefined
}

export interface Account {
  /** As the store names it, once it is known. */
  id: string | undefined
  readonly username: string
  readonly origin: "registered" | "migrated" | "cardless"
  role: "personal" | "operator" | "administrator"
  deleted: boolean
  enterprise: Holding
  holder: Holder
  password: { readonly text: string; readonly mustChange: boolean; readonly dies?: number } | undefined
  failures: number
  failuresInAll: number
  lockedUntil: number | undefined
  hardLocked: boolean
  facets: { enterprise: Facet; holder: Facet }
  methods: ReadonlyArray<Method>
  binding: Card | "none" | "voided"
  journey: Journey | undefined
  spent: Record<string, { readonly count: number; readonly since: number }>
  smsSent: ReadonlyArray<number>
  /** Bank requests by their number: all, those that had their answer, and the return that was read last. */
  requests: ReadonlyArray<number>
  answered: ReadonlyArray<number>
  lastReturn: { readonly request: number | undefined; readonly says: BankSays } | undefined
}

export type Port = "registry" | "id-card" | "bank-card" | "sms"

/** The whole of what a person with pencil and paper would keep. */
export interface Model {
  /** The account that the story is about. */
  readonly hero: string
  now: number
  /** In the order in which they were made. */
  readonly accounts: Array<Account>
  inserted: Card | undefined
  readonly pinFailures: Record<Card, number>
  /** Questions that each port will not answer. */
  readonly outages: Record<Port, number>
  sms: number
  requests: number
}

export type Born = Pick<Account, "username" | "origin" | "role" | "enterprise" | "holder"> & Partial<Account>

export const born = (account: Born): Account => ({
  id: undefined,
  deleted: false,
  password: undefined,
  lockedUntil: undefined,
  journey: undefined,
  lastReturn: undefined,
  failures: 0,
  failuresInAll: 0,
  hardLocked: false,
  facets: { enterprise: "none", holder: "none" },
  methods: [],
  binding: "none",
  spent: {},
  smsSent: [],
  requests: [],
  answered: [],
  ...account
})

/** An enterprise with everything right. */
export const holdingOf = (enterprise: Enterprise): Holding => ({
  name: enterprise,
  code: enterprise,
  representative: enterprise
})

const heldAtStart = (account: (typeof accountsAtStart)[number]): Account =>
  born({
    username: account.username,
    role: "role" in account ? account.role : "personal",
    origin: "role" in account || "origin" in account ? "registered" : "migrated",
    enterprise:
      typeof account.enterprise === "string"
        ? holdingOf(account.enterprise)
        : { name: "xinghai", code: "tongda", representative: "tongda" },
    holder: { person: "holder" in account ? account.holder : undefined, dates: "right" },
    ...("password" in account ? { password: { text: account.password, mustChange: false } } : {})
  })

export const modelAtStart = (hero: string): Model => ({
  hero,
  now: Date.parse(settingInput.clock),
  accounts: accountsAtStart.map(heldAtStart),
  inserted: undefined,
  pinFailures: { legal: 0, operator: 0, other: 0 },
  outages: { registry: 0, "id-card": 0, "bank-card": 0, sms: 0 },
  sms: 0,
  requests: 0
})

export const live = (model: Model, username: string): Account | undefined =>
  model.accounts.find((account) => !account.deleted && account.username === username)

export const deleted = (model: Model, username: string): Account | undefined =>
  model.accounts.findLast((account) => account.deleted && account.username === username)

export const isLocked = (account: Account, now: number): boolean =>
  account.hardLocked || (account.lockedUntil !== undefined && account.lockedUntil > now)

const levels: Readonly<Record<Method, Level>> = {
  "ic-card": "high",
  "legal-representative": "medium",
  "bank-ukey": "medium"
}

export const rank = (level: Level): number => ["none", "low", "medium", "high"].indexOf(level)
export const levelBy = (method: Method): Level => levels[method]

/** The highest level among the methods, once both facets stand. */
export const levelOf = ({ facets, methods }: Account): Level =>
  facets.enterprise === "valid" && facets.holder === "valid"
    ? methods.map(levelBy).reduce((best, one) => (rank(one) > rank(best) ? one : best), "none" as Level)
    : "none"

/** The first unique key of an account that a live one besides it holds already. */
export const keyTaken = (
  model: Model,
  account: Account,
  released: ReadonlyArray<Account> = []
): "username" | "document" | "administrator" | "card" | undefined => {
  const others = model.accounts.filter((one) => one !== account && !one.deleted && !released.includes(one))
  const same = (holds: (other: Account) => boolean) => others.some(holds)
  const { person } = account.holder
  const { code } = account.enterprise
  if (same((other) => other.username.toLowerCase() === account.username.toLowerCase())) return "username"
  if (person !== undefined && same((other) => other.holder.person === person && other.enterprise.code === code))
    return "document"
  if (
    account.role === "administrator" &&
    same((other) => other.role === "administrator" && other.enterprise.code === code)
  )
    return "administrator"
  if (Object.hasOwn(cards, account.binding) && same((other) => other.binding === account.binding)) return "card"
  return undefined
}

/** How the front door says that a key is taken. */
export const refusalOfKey = {
  username: "UsernameTaken",
  document: "DocumentAlreadyInEnterprise",
  administrator: "AdministratorAlreadyRegistered",
  card: "FieldInvalid"
} as const
