import { banks, type MigratedRow } from "@single-window/core"
import type { Seed } from "../../world/singleWindow.js"
import { type CardMade, type EnterpriseOnRecord, make, type Person } from "../../world/World.js"
import { type City, newUser, type Office, type User } from "../City.js"
import type { Random } from "../Random.js"
import * as Identifiers from "./identifiers.js"
import { enterpriseName, institutionName, personName } from "./names.js"
import { person } from "./people.js"
import { migratedRow } from "./spoil.js"

/** How an account came to be there: in a file of an older system, or brought along by the host with its password. */
export type Beginning =
  | { readonly kind: "row"; readonly user: User; readonly row: MigratedRow }
  | { readonly kind: "held"; readonly user: User; readonly seed: Seed }

export interface Population {
  readonly city: City
  readonly beginnings: ReadonlyArray<Beginning>
}

interface Built {
  readonly people: Record<string, Person>
  readonly enterprises: Record<string, EnterpriseOnRecord>
  readonly cards: Record<string, CardMade>
  readonly banks: Record<string, Array<string>>
}

const category = { enterprise: "91", "public-institution": "12" } as const

/** An enterprise with its representative, and what it was called before. */
const foundEnterprise = (random: Random, number: number, built: Built): string => {
  const key = `e${number}`
  const representative = `r${number}`
  built.people[representative] = person(random, number)
  const kind = random.chance(0.08) ? "public-institution" : "enterprise"
  const named = kind === "enterprise" ? enterpriseName : institutionName
  const before = `r${number}-before`
  const succeeded = random.chance(0.05)
  if (succeeded) built.people[before] = { ...person(random, number + 500_000), name: personName(random) }
  const renamed = random.chance(0.12)
  built.enterprises[key] = {
    name: named(random, number),
    unifiedSocialCreditCode: Identifiers.unifiedSocialCreditCode(category[kind], number),
    organizationCode: "",
    legalRepresentative: representative,
    kind,
    status: random.chance(0.03) ? "revoked" : "operating",
    ...(renamed || succeeded
      ? {
          formerly: {
            ...(renamed ? { name: `${named(random, number)}`.replace("示例", "旧示例") } : {}),
            ...(succeeded ? { legalRepresentative: before } : {})
          }
        }
      : {})
  }
  return key
}

const makeCards = (random: Random, number: number, enterprise: string, built: Built): ReadonlyArray<string> => {
  const keys: Array<string> = []
  const add = (kind: CardMade["kind"]) => {
    const key = `c${number}-${keys.length}`
    keys.push(key)
    built.cards[key] = {
      number: Identifiers.cardNumber(number * 10 + keys.length),
      enterprise,
      holder: `r${number}`,
      kind,
      pin: String(random.between(10_000_000, 99_999_999)),
      validTo: random.chance(0.08) ? "20220520" : "20291231",
      trusted: !random.chance(0.02)
    }
  }
  if (random.chance(0.4)) add("legal-person")
  if (random.chance(0.25)) add("operator")
  if (random.chance(0.04)) add("unknown")
  return keys
}

const foundOffice = (random: Random, number: number, built: Built): Office => {
  const key = foundEnterprise(random, number, built)
  const customerOf = random.chance(0.55) ? banks.filter(() => random.chance(0.5)).map(({ code }) => code) : []
  for (const bank of customerOf) built.banks[bank]?.push(key)
  return {
    key,
    cards: makeCards(random, number, key, built),
    lostCards: new Set(),
    banks: customerOf,
    representativeHelps: random.chance(0.6),
    financeHelps: random.chance(0.6),
    administrator: undefined,
    requests: []
  }
}

const sources = ["ciq", "ciq", "ciq", "local:GD", "local:ZJ", "local:SD"]

const nameIn = (source: string, number: number): string =>
  source === "ciq" ? `ciq_bj_${String(number).padStart(6, "0")}` : `${source.slice(6)}-${number}`

/** A city of so many accounts, and the state in which older systems hand them over. */
export const populate = (random: Random, accounts: number, days: number): Population => {
  const built: Built = {
    people: {},
    enterprises: {},
    cards: {},
    banks: Object.fromEntries(banks.map(({ code }) => [code, []]))
  }
  const offices = new Map<string, Office>()
  const placed: Array<{ readonly office: Office; readonly person: string; readonly random: Random }> = []
  let last = 0
  const nextNumber = () => ++last
  while (placed.length < accounts) {
    const number = nextNumber()
    const own = random.fork(`enterprise ${number}`)
    const office = foundOffice(own, number, built)
    offices.set(office.key, office)
    const staff = Math.min(
      own.weighted([
        [1, 30],
        [2, 30],
        [3, 20],
        [4, 12],
        [6, 8]
      ] as const),
      accounts - placed.length
    )
    for (let at = 0; at < staff; at++) {
      // The representative may have an account as well; and a few have two.
      const again = at > 0 && own.chance(0.02)
      const key =
        at === 0 && own.chance(0.3) ? `r${number}` : again ? (placed.at(-1)?.person ?? "") : `p${nextNumber()}`
      built.people[key] ??= person(own, last)
      placed.push({ office, person: key, random: own })
    }
  }
  const world = make(built)
  const city: City = {
    world,
    random: random.fork("city"),
    users: [],
    byUsername: new Map(),
    offices,
    tickets: [],
    newcomers: new Map(),
    changes: [],
    day: 0,
    nextNumber
  }
  return { city, beginnings: begin(city, placed, days) }
}

const begin = (
  city: City,
  placed: ReadonlyArray<{ readonly office: Office; readonly person: string; readonly random: Random }>,
  days: number
): ReadonlyArray<Beginning> => {
  const beginnings: Array<Beginning> = []
  for (const { office, person: key, random } of placed) {
    const record = city.world.enterprises[office.key]!
    const someone = city.world.people[key]!
    const representative = city.world.people[record.legalRepresentative]?.name ?? ""
    const administers = office.administrator === undefined && random.chance(0.16)
    const source = random.pick(sources)
    const number = city.nextNumber()
    const withPassword = administers || random.chance(0.35)
    const username = administers ? `admin${number}` : nameIn(source, number)
    const user = newUser(city, {
      username,
      person: key,
      enterprise: office.key,
      kind: administers ? "administrator" : "holder",
      entrance: withPassword ? "password" : "host",
      password: withPassword ? `Old#${number}x` : undefined,
      firstDay: administers ? 0 : random.below(Math.max(1, Math.ceil(days * 0.7)))
    })
    if (administers) office.administrator = user
    const former =
      record.formerly === undefined
        ? undefined
        : {
            name: record.formerly.name ?? record.name,
            representative: city.world.people[record.formerly.legalRepresentative ?? ""]?.name ?? representative
          }
    if (withPassword) {
      const { name, unifiedSocialCreditCode, organizationCode } = record
      beginnings.push({
        kind: "held",
        user,
        seed: {
          username,
          enterprise: {
            name: administers || former === undefined || random.chance(0.3) ? name : former.name,
            unifiedSocialCreditCode,
            organizationCode,
            legalRepresentativeName: representative
          },
          holder: {
            name: someone.name,
            document: someone.document,
            ...(someone.validity === undefined || random.chance(0.1) ? {} : { validity: someone.validity })
          },
          role: administers ? "administrator" : "personal",
          ...(administers ? {} : { source }),
          mobile: someone.mobile ?? "",
          email: `user${number}@example.cn`,
          password: user.password ?? ""
        }
      })
    } else {
      const row = migratedRow({ username, source, person: someone, record, representative, former }, random)
      beginnings.push({ kind: "row", user, row })
    }
  }
  return beginnings
}
