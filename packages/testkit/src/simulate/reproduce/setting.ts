import * as Schema from "effect/Schema"
import { Setting } from "../../scenario/Scenario.js"
import type { Person, World } from "../../world/World.js"
import type { City, User } from "../City.js"
import type { Plan, Start } from "./Plan.js"

const only = <A>(all: Readonly<Record<string, A>>, keys: ReadonlySet<string>): Record<string, A> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => keys.has(key)))

/** People by their keys and by the documents that stand in what is typed. */
const peopleNeeded = (
  city: City,
  plan: Plan,
  users: ReadonlySet<User>,
  named: ReadonlySet<string>
): ReadonlySet<string> => {
  const text = JSON.stringify(plan.items.map(({ step }) => step))
  const keys = new Set([...users].filter(({ username }) => named.has(username)).map(({ person }) => person))
  for (const [key, { document }] of Object.entries(city.world.people)) if (text.includes(document.number)) keys.add(key)
  return keys
}

const accountOf = (start: Start): ReadonlyArray<object> => ("seed" in start ? [start.seed] : [])

/** The user names that a story mentions, or begins with. */
export const namesIn = ({ starts, items }: Plan): ReadonlySet<string> =>
  new Set([...starts.map(({ username }) => username), ...items.flatMap(({ names }) => names)])

/** The part of the outside that a story needs, and the accounts that are there when it begins. */
export const settingOf = (
  city: City,
  plan: Plan,
  users: ReadonlySet<User>,
  heading: { readonly title: string; readonly clock: string }
): Setting => {
  const named = namesIn(plan)
  const enterprises = new Set(
    [...users].filter(({ username }) => named.has(username)).flatMap(({ enterprise, home }) => [enterprise, home])
  )
  const { world, newcomers } = city
  const cards = Object.fromEntries(Object.entries(world.cards).filter(([, card]) => enterprises.has(card.enterprise)))
  const people = new Set(peopleNeeded(city, plan, users, named))
  for (const key of enterprises) {
    const { legalRepresentative, formerly } = world.enterprises[key]!
    for (const person of [legalRepresentative, formerly?.legalRepresentative ?? ""])
      if (person !== "") people.add(person)
  }
  for (const { holder } of Object.values(cards)) if (holder !== undefined) people.add(holder)
  const known: Record<string, Person> = { ...world.people, ...Object.fromEntries(newcomers) }
  const banks: World["banks"] = Object.fromEntries(
    Object.entries(world.banks ?? {}).map(([bank, customers]) => [
      bank,
      customers.filter((customer) => enterprises.has(typeof customer === "string" ? customer : customer.enterprise))
    ])
  )
  return Schema.decodeUnknownSync(Setting)({
    ...heading,
    people: only(known, people),
    enterprises: only(world.enterprises, enterprises),
    cards,
    banks,
    accounts: plan.starts.flatMap(accountOf)
  })
}
