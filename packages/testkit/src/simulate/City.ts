import type { Actor, BankCode, Method, RefusalTag } from "@single-window/core"
import type { CardMade, EnterpriseOnRecord, Person, World } from "../world/World.js"
import type { Random } from "./Random.js"

/** Somebody with an account, or who had one. */
export interface User {
  readonly number: number
  readonly username: string
  /** A key of the world's people. */
  readonly person: string
  /** Keys of the world's enterprises: where the person works now, and where at first. */
  enterprise: string
  readonly home: string
  readonly kind: "holder" | "administrator"
  readonly random: Random
  /** Whether an embedding host says who somebody is, or a user name and a password do. */
  entrance: "host" | "password"
  /** What the person would type. */
  password: string | undefined
  /** Another password that may be the right one, when nobody heard whether it was changed. */
  otherPassword: string | undefined
  forgetful: boolean
  /** Types the same wrong thing again and again. */
  readonly stubborn: boolean
  session: Actor | undefined
  /** A session that was ended, and is tried all the same now and then. */
  stale: Actor | undefined
  /** The day on which the person first looks in. */
  readonly firstDay: number
  /** Methods that led nowhere, and the day from which on they are worth another try. */
  readonly setBack: Map<Method, number>
  /** A journey that was walked away from, and is gone on with now and then. */
  leftIn: Method | undefined
  /** Asked for help, and waits for it. */
  waitsFor: "administrator" | "service" | undefined
  /** How often the person has looked in. */
  visits: number
  /** Believes that everything is done. */
  content: boolean
  /** Has heard that the enterprise is not what it was, or is another one. */
  news: boolean
  /** Neither a card, nor a representative who helps, nor a bank. */
  meansless: boolean
  /** The last refusal on the way to certification. */
  stuckOn: RefusalTag | undefined
  /** The account is no more. */
  gone: boolean
}

/** What a user asks the enterprise's administrator to do. */
export interface Request {
  readonly user: User
  readonly deed: "reset" | "recreate" | "admit" | "delete"
}

/** What somebody asks customer service to do. */
export interface Ticket {
  readonly user: User
  readonly deed: "correct" | "unlock" | "mend"
}

/** What an enterprise has, beside what the registry knows. */
export interface Office {
  readonly key: string
  /** Keys of the world's cards. */
  readonly cards: ReadonlyArray<string>
  readonly lostCards: Set<string>
  readonly banks: ReadonlyArray<BankCode>
  /** The legal representative and the finance department lend a hand, or they do not. */
  readonly representativeHelps: boolean
  readonly financeHelps: boolean
  administrator: User | undefined
  readonly requests: Array<Request>
}

/** A world that is being changed. */
export interface Draft {
  readonly people: Record<string, Person>
  readonly enterprises: Record<string, EnterpriseOnRecord>
}

/** Everybody and everything, as it stands. */
export interface City {
  world: World
  readonly random: Random
  readonly users: Array<User>
  readonly byUsername: Map<string, User>
  readonly offices: ReadonlyMap<string, Office>
  readonly tickets: Array<Ticket>
  /** People who have come today. */
  readonly newcomers: Map<string, Person>
  /** What will have changed outside by tomorrow. */
  readonly changes: Array<(draft: Draft) => void>
  day: number
  /** Numbers for people, enterprises and the like: none is given out twice. */
  readonly nextNumber: () => number
}

export const personNamed = ({ world, newcomers }: City, key: string): Person =>
  (world.people[key] ?? newcomers.get(key))!
export const personOf = (city: City, { person }: Pick<User, "person">): Person => personNamed(city, person)
export const recordOf = ({ world }: City, { enterprise }: Pick<User, "enterprise">): EnterpriseOnRecord =>
  world.enterprises[enterprise]!
export const officeOf = ({ offices }: City, { enterprise }: Pick<User, "enterprise">): Office =>
  offices.get(enterprise)!
export const representativeOf = (city: City, user: Pick<User, "enterprise">): Person | undefined =>
  city.world.people[recordOf(city, user).legalRepresentative]
export const cardAt = ({ world }: City, key: string): CardMade => world.cards[key]!

/** From tomorrow on, some fields of a person are others. */
export const changePerson = (city: City, key: string, change: Partial<Person>): void => {
  city.changes.push(({ people }) => {
    const before = people[key]
    if (before !== undefined) people[key] = { ...before, ...change }
  })
}

/** Somebody nobody has heard of yet; the outside knows of them from tomorrow on. */
export const addPerson = (city: City, make: (random: Random, number: number) => Person): readonly [string, Person] => {
  const number = city.nextNumber()
  const key = `p${number}`
  const newcomer = make(city.random.fork(key), number)
  city.newcomers.set(key, newcomer)
  city.changes.push(({ people }) => {
    people[key] = newcomer
  })
  return [key, newcomer]
}

export const newUser = (
  city: Pick<City, "users" | "byUsername" | "nextNumber" | "random">,
  given: Pick<User, "username" | "person" | "enterprise" | "kind" | "entrance" | "password" | "firstDay">
): User => {
  const number = city.nextNumber()
  const seededBy = city.random.fork(`user ${number}`)
  const user: User = {
    ...given,
    home: given.enterprise,
    number,
    random: seededBy,
    otherPassword: undefined,
    forgetful: false,
    stubborn: seededBy.chance(0.04),
    leftIn: undefined,
    session: undefined,
    stale: undefined,
    setBack: new Map(),
    waitsFor: undefined,
    visits: 0,
    meansless: false,
    content: false,
    news: false,
    stuckOn: undefined,
    gone: false
  }
  city.users.push(user)
  city.byUsername.set(given.username.toLowerCase(), user)
  return user
}
